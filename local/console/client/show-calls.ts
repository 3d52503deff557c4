import { type Answered, onTold, type Role } from './listen-to-phones'
import { make } from './make-element'

const KEPT = 40
const titles: Record<Role, string> = { diner: '食', cashier: '收', manager: '店' }

/** What the phones asked of the cloud, newest first, and how long each waited. */
export function buildCalls(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '最近的请求' })
  list.append(make('li', 'empty', {}, '手机上动一动，这里就有记录'))
  onTold((role, told) => {
    if (told.type !== 'phone' || told.event !== 'request' || told.state !== 'end') return
    list.querySelector('.empty')?.remove()
    list.prepend(callRow(role, told))
    while (list.children.length > KEPT) list.lastElementChild?.remove()
  })
  return list
}

function callRow(role: Role, { name, procedure, ms, ok }: Answered): HTMLElement {
  const who = make('b', `badge badge-${role}`, {}, titles[role])
  const what = make('span', 'what', {}, name, make('i', '', {}, '.'), procedure)
  const took = make('span', 'took', {}, `${Math.round(ms)} ms`)
  return make('li', ok ? 'call' : 'call refused', {}, who, what, took)
}
