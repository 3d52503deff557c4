import { askServer, attempt } from './ask-server'
import { keepLooking } from './keep-looking'
import { make, makeButton } from './make-element'
import { wallTime } from './wall-time'

/** An order at WeChat Pay as the local cloud tells it. Money in fen. */
interface Payment {
  outTradeNo: string
  description: string
  openid: string
  total: number
  refunded: number
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'
  at: string
  refunds: { outRefundNo: string; amount: number; reason: string | null; settled: boolean }[]
  notices: Notice[]
}

interface Notice {
  id: string
  event: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS'
  attempts: { ok: boolean; heard: string }[]
  dueAt: string | null
}

const STATES = { NOTPAY: '待支付', SUCCESS: '已支付', CLOSED: '已关闭', REFUND: '有退款' }
const EVENTS = { 'TRANSACTION.SUCCESS': '付款通知', 'REFUND.SUCCESS': '退款通知' }
const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

/** What was paid and given back, and whether the merchant has heard of it; newest first. */
export function buildPayments(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '微信支付' })
  const refresh = async () => draw(list, await askServer<Payment[] | null>('/local/payments'))
  keepLooking(list, refresh)
  return list
}

function draw(list: HTMLElement, payments: Payment[] | null): void {
  const again = (notice: Notice) =>
    attempt(async () => draw(list, await askServer('/local/payments', 'POST', { tell: notice.id })))
  const rows = (payments ?? []).map((payment) => paymentRow(payment, again)).reverse()
  const nothing = payments === null ? '没有接入微信支付' : '还没有收款'
  list.replaceChildren(...(rows.length > 0 ? rows : [make('li', 'empty', {}, nothing)]))
}

function paymentRow(payment: Payment, again: (notice: Notice) => void): HTMLElement {
  const { description, openid, total, state, at, outTradeNo } = payment
  const head = make(
    'header',
    '',
    {},
    make('span', '', {}, `${description} · ${openid}`),
    make('time', '', {}, wallTime(at)),
  )
  const chip = make('span', `state state-${state.toLowerCase()}`, {}, STATES[state])
  const sum = make('p', 'sum', { title: outTradeNo }, make('b', '', {}, yuan(total)), chip)
  return make(
    'li',
    'message',
    {},
    head,
    sum,
    ...refundLines(payment),
    ...payment.notices.map((each) => noticeLine(each, again)),
  )
}

const refundLines = ({ refunds }: Payment) =>
  refunds.map(({ amount, reason, settled }) =>
    make(
      'p',
      'line',
      {},
      `退款 ${yuan(amount)}${reason ? ` · ${reason}` : ''}`,
      make('i', '', {}, settled ? '已退回' : '退款中'),
    ),
  )

function noticeLine(notice: Notice, again: (notice: Notice) => void): HTMLElement {
  const { event, attempts } = notice
  const button = makeButton('again', '再通知一次', () => again(notice))
  return make(
    'p',
    'line',
    {},
    `${EVENTS[event]} · ${attempts.length} 次`,
    make('i', '', {}, fateOf(notice)),
    button,
  )
}

function fateOf({ attempts, dueAt }: Notice): string {
  if (attempts.some(({ ok }) => ok)) return '已收到'
  const heard = attempts.at(-1)?.heard
  if (dueAt === null) return `未收到（${heard ?? '未发送'}）`
  return heard === undefined ? '发送中' : `${wallTime(dueAt).slice(6)} 重试（${heard}）`
}
