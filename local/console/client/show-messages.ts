import { askServer, attempt } from './ask-server'
import { make } from './make-element'

/** A subscribe message as WeChat was asked to deliver it. */
interface Sent {
  at: string
  openid: string
  template: string
  data: Record<string, { value: string }>
}

const PAUSE_MS = 4000

/** What WeChat would have shown in the guests' chats, newest first. */
export function buildMessages(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '发出的微信消息' })
  const look = () => {
    if (!document.hidden && !list.hidden) attempt(() => refresh(list))
  }
  attempt(() => refresh(list))
  setInterval(look, PAUSE_MS)
  return list
}

async function refresh(list: HTMLElement): Promise<void> {
  const { messages } = await askServer<{ messages: Sent[] }>('/local/messages')
  const rows = messages.map(messageRow).reverse()
  list.replaceChildren(...(rows.length > 0 ? rows : [make('li', 'empty', {}, '还没有发出消息')]))
}

function messageRow({ at, openid, template, data }: Sent): HTMLElement {
  const time = make('time', '', {}, at.slice(0, 16).replace('T', ' '))
  const words = Object.values(data)
    .map(({ value }) => value)
    .join(' · ')
  return make(
    'li',
    'message',
    {},
    make('header', '', {}, make('span', '', {}, template), time),
    make('p', '', { title: openid }, words),
  )
}
