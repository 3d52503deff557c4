import { askServer } from './ask-server'
import { keepLooking } from './keep-looking'
import { make } from './make-element'
import { wallTime } from './wall-time'

/** A message as the local cloud was asked to deliver it. */
interface Sent {
  at: string
  kind: string
  touser?: string
  data?: unknown
}

const KINDS: Record<string, string> = { subscribeMessage: '订阅消息' }

/** What WeChat would have shown in the guests' chats, newest first. */
export function buildMessages(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '发出的微信消息' })
  keepLooking(list, () => refresh(list))
  return list
}

async function refresh(list: HTMLElement): Promise<void> {
  const messages = await askServer<Sent[]>('/local/messages')
  const rows = messages.map(messageRow).reverse()
  list.replaceChildren(...(rows.length > 0 ? rows : [make('li', 'empty', {}, '还没有发出消息')]))
}

function messageRow({ at, kind, touser = '', data }: Sent): HTMLElement {
  const time = make('time', '', {}, wallTime(at))
  const head = make('header', '', {}, make('span', '', {}, `${KINDS[kind] ?? kind} → ${touser}`), time)
  return make('li', 'message', {}, head, make('p', '', {}, wordsOf(data)))
}

/** WeChat wraps every field of a template as `{ value }`. */
function wordsOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return String(data ?? '')
  const fields = Object.values(data as Record<string, unknown>)
  return fields.map((field) => String((field as { value?: unknown } | null)?.value ?? field)).join(' · ')
}
