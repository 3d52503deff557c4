import { askServer, attempt } from './ask-server'
import { make } from './make-element'

/** A message as the local cloud was asked to deliver it. */
interface Sent {
  at: string
  kind: string
  touser?: string
  data?: unknown
}

const KINDS: Record<string, string> = { subscribeMessage: '订阅消息' }

const LOOK_MS = 4000
const SHANGHAI_MS = 8 * 3_600_000

/** What WeChat would have shown in the guests' chats, newest first. */
export function buildMessages(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '发出的微信消息' })
  attempt(() => refresh(list))
  setInterval(() => {
    if (!document.hidden && !list.hidden) attempt(() => refresh(list))
  }, LOOK_MS)
  return list
}

async function refresh(list: HTMLElement): Promise<void> {
  const messages = await askServer<Sent[]>('/local/messages')
  const rows = messages.map(messageRow).reverse()
  list.replaceChildren(...(rows.length > 0 ? rows : [make('li', 'empty', {}, '还没有发出消息')]))
}

function messageRow({ at, kind, touser = '', data }: Sent): HTMLElement {
  const wall = new Date(Date.parse(at) + SHANGHAI_MS).toISOString()
  const time = make('time', '', {}, `${wall.slice(5, 10)} ${wall.slice(11, 16)}`)
  const head = make('header', '', {}, make('span', '', {}, `${KINDS[kind] ?? kind} → ${touser}`), time)
  return make('li', 'message', {}, head, make('p', '', {}, wordsOf(data)))
}

/** WeChat wraps every field of a template as `{ value }`. */
function wordsOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return String(data ?? '')
  const fields = Object.values(data as Record<string, unknown>)
  return fields.map((field) => String((field as { value?: unknown } | null)?.value ?? field)).join(' · ')
}
