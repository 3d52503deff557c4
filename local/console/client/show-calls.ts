import { attempt } from './ask-server'
import { type Answered, onTold, type Role } from './listen-to-phones'
import { make } from './make-element'
import { awaitTrace, forgetEarlierTraces, matchTraces } from './match-traces'
import { currentOpenid } from './remember-people'

const KEPT = 40
/** A phone that looks again and again stays one line as long as it is among so many newest. */
const NEAR = 6
const LOOK_MS = 1500
const titles: Record<Role, string> = { diner: '食', cashier: '收', manager: '店' }

interface Line {
  row: HTMLElement
  subject: string
  times: number
}
const lines: Line[] = []

/** What the phones asked of the cloud, newest first: how long each waited, and what it cost in the cloud. */
export function buildCalls(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '最近的请求' })
  list.append(make('li', 'empty', {}, '手机上动一动，这里就有记录'))
  onTold((role, told) => {
    if (told.type !== 'phone' || told.event !== 'request' || told.state !== 'end') return
    note(list, role, told)
  })
  attempt(forgetEarlierTraces)
  setInterval(() => attempt(matchTraces), LOOK_MS)
  return list
}

function note(list: HTMLElement, role: Role, answered: Answered): void {
  const subject = `${role} ${answered.name}.${answered.procedure} ${answered.ok}`
  const near = lines.slice(0, NEAR).find((each) => each.subject === subject)
  const line = near ?? { row: make('li', ''), subject, times: 0 }
  line.times += 1
  draw(line, role, answered)
  if (near) return
  lines.unshift(line)
  list.querySelector('.empty')?.remove()
  list.prepend(line.row)
  for (const { row } of lines.splice(KEPT)) row.remove()
}

function draw({ row, times }: Line, role: Role, { name, procedure, ms, ok }: Answered): void {
  const who = make('b', `badge badge-${role}`, {}, titles[role])
  const what = make('span', 'what', { title: `${name}.${procedure}` }, procedure)
  if (times > 1) what.append(make('i', '', {}, `×${times}`))
  const cost = make('span', 'cost')
  row.className = ok ? 'call' : 'call refused'
  row.replaceChildren(who, what, cost, make('span', 'took', {}, `${Math.round(ms)} ms`))
  awaitTrace({
    openid: currentOpenid(role),
    name,
    show: (calls, depth) => {
      cost.textContent = `${calls} 次`
      cost.title = `数据库往返 ${calls} 次，深度 ${depth}`
    },
  })
}
