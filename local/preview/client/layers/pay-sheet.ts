import { button, cover, element } from './layer'

/** What WeChat shows of an order. `total` is fen. */
export interface Payable {
  merchant: string
  description: string
  total: number
}

/** WeChat's pay sheet on the screen: first the question, and when it was answered and paid, the receipt. */
export interface PaySheet {
  /** Whether the payer agreed. */
  agreed: Promise<boolean>
  /** Shows that it is paid, until the payer has seen it. */
  thank(): Promise<void>
  close(): void
}

const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

export function openPaySheet(payable: Payable): PaySheet {
  const sheet = element('div', 'ph-pay')
  sheet.setAttribute('role', 'dialog')
  sheet.setAttribute('aria-label', '微信支付')
  const layer = cover('ph-bottom', sheet)
  const close = () => layer.remove()
  const agreed = new Promise<boolean>((answer) => {
    const confirm = button('ph-pay-confirm', '确认支付', () => {
      confirm.disabled = true
      confirm.textContent = '正在支付…'
      answer(true)
    })
    const cancel = button('ph-pay-cancel', '×', () => {
      close()
      answer(false)
    })
    cancel.setAttribute('aria-label', '取消支付')
    sheet.append(cancel, ...describe(payable), row('付款方式', '零钱'), confirm)
  })
  return { agreed, close, thank: () => thank(sheet, payable, close) }
}

const describe = ({ merchant, description, total }: Payable) => [
  element('p', 'ph-pay-to', `付款给${merchant}`),
  element('strong', 'ph-pay-total', yuan(total)),
  row('商品', description),
]

const row = (name: string, value: string) =>
  element('p', 'ph-pay-row', element('span', '', name), element('span', '', value))

function thank(sheet: HTMLElement, { merchant, total }: Payable, close: () => void): Promise<void> {
  return new Promise((seen) => {
    const done = button('ph-pay-confirm', '完成', () => {
      close()
      seen()
    })
    const mark = element('i', 'ph-pay-mark ph-success')
    const told = element('p', 'ph-pay-to', mark, '支付成功')
    sheet.replaceChildren(
      told,
      element('p', 'ph-pay-row', merchant),
      element('strong', 'ph-pay-total', yuan(total)),
      done,
    )
  })
}
