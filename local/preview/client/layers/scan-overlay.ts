import { button, cover, element } from './layer'

export interface ScanOffer {
  label: string
  text: string
}

/** A camera does not look once: the code may be brought to the other screen only now. */
const LOOK_AGAIN_MS = 1000

/**
 * Looks like WeChat's camera. There is no camera here, so it lists the codes that the embedding page sees on the
 * other screens, and takes typed or pasted text. Answers with the text, or undefined after 取消.
 */
export function askScan(findOffers: () => Promise<ScanOffer[]>): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const finish = (text: string | undefined) => {
      layer.remove()
      resolve(text)
    }
    const field = element('input', 'ph-scan-input')
    field.placeholder = '粘贴或输入码的内容'
    field.setAttribute('aria-label', '码的内容')
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && field.value.trim()) finish(field.value.trim())
    })
    const submit = () => (field.value.trim() ? finish(field.value.trim()) : field.focus())
    const offers = element('div', 'ph-scan-offers')
    const layer = cover(
      'ph-scan',
      button('ph-scan-cancel', '取消', () => finish(undefined)),
      element('div', 'ph-scan-frame', element('i', 'ph-scan-line')),
      element('p', 'ph-scan-hint', '将二维码放入框内，即可自动扫描'),
      offers,
      element('div', 'ph-scan-typed', field, button('ph-scan-submit', '确定', submit)),
    )
    layer.setAttribute('role', 'dialog')
    layer.setAttribute('aria-label', '扫一扫')
    keepLooking(offers, findOffers, finish).catch(reject)
  })
}

async function keepLooking(
  list: HTMLElement,
  findOffers: () => Promise<ScanOffer[]>,
  choose: (text: string) => void,
): Promise<void> {
  let shown = '[]'
  while (list.isConnected) {
    const found = await findOffers()
    const seen = JSON.stringify(found)
    if (seen !== shown) showOffers(list, found, choose)
    shown = seen
    await new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS))
  }
}

function showOffers(list: HTMLElement, offers: ScanOffer[], choose: (text: string) => void): void {
  list.replaceChildren()
  if (offers.length > 0) list.append(element('p', 'ph-scan-seen', '看到的码'))
  for (const offer of offers) list.append(button('ph-scan-offer', offer.label, () => choose(offer.text)))
}
