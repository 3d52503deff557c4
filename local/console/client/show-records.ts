import { make, makeButton } from './make-element'
import { buildCalls } from './show-calls'
import { buildCodeImages } from './show-code-images'
import { buildMessages } from './show-messages'
import { buildPayments } from './show-payments'

/** Records behind tabs: what WeChat would have delivered, been paid and drawn, and what the phones asked. */
export function buildRecords(): HTMLElement {
  const pages = [
    { title: '云端请求', body: buildCalls() },
    { title: '微信消息', body: buildMessages() },
    { title: '支付', body: buildPayments() },
    { title: '小程序码', body: buildCodeImages() },
  ]
  const tabs = make('div', 'tabs', { role: 'tablist', 'aria-label': '记录' })
  const select = (chosen: number) => {
    for (const [index, { body }] of pages.entries()) {
      body.hidden = index !== chosen
      tabs.children[index]?.setAttribute('aria-selected', String(index === chosen))
    }
  }
  for (const [index, { title }] of pages.entries()) {
    const tab = makeButton('tab', title, () => select(index))
    tab.setAttribute('role', 'tab')
    tabs.append(tab)
  }
  select(0)
  return make('section', 'card records', { 'aria-label': '记录' }, tabs, ...pages.map(({ body }) => body))
}
