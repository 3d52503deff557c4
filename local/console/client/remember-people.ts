import type { Cast, Person } from '../cast'
import type { Role } from './listen-to-phones'

/** Newcomers and who holds which phone survive a reload of the page, as they would a restart of the phone. */
interface Memory {
  newcomers: Person[]
  holders: Partial<Record<Role, Person>>
}

const SHELF = 'console.people'

function recall(): Memory {
  const text = localStorage.getItem(SHELF)
  return text ? (JSON.parse(text) as Memory) : { newcomers: [], holders: {} }
}

function keep(memory: Memory): void {
  localStorage.setItem(SHELF, JSON.stringify(memory))
}

/** An openid WeChat has never told us: whoever has it is a stranger. */
export function inventNewcomer(role: Role): Person {
  const memory = recall()
  const random = crypto.getRandomValues(new Uint32Array(4))
  const openid = `o-${[...random].map((word) => word.toString(36)).join('')}`
  const same = memory.newcomers.filter((each) => each.note === newcomerNotes[role]).length
  const person = { openid, name: `${newcomerNames[role]} ${same + 1}`, note: newcomerNotes[role] }
  keep({ ...memory, newcomers: [...memory.newcomers, person].slice(-12) })
  return person
}

const newcomerNames: Record<Role, string> = { diner: '新食客', cashier: '新同事', manager: '新同事' }
const newcomerNotes: Record<Role, string> = {
  diner: '第一次来',
  cashier: '还没有接受邀请',
  manager: '还没有接受邀请',
}

/** Who may take this phone: the seeded people first, then those invented here, newest first. */
export function peopleFor(role: Role, cast: Cast): Person[] {
  const seeded = role === 'diner' ? cast.diners : [cast[role]]
  const invented = recall().newcomers.filter((each) => each.note === newcomerNotes[role])
  return [...seeded, ...invented.reverse()]
}

/** The first meal is a newcomer's, because it begins with joining; staff begin as themselves. */
export function holderOf(role: Role, cast: Cast): Person {
  const known = recall().holders[role]
  if (known) return known
  return role === 'diner' ? inventNewcomer(role) : cast[role]
}

export function rememberHolder(role: Role, person: Person): void {
  const memory = recall()
  keep({ ...memory, holders: { ...memory.holders, [role]: person } })
}

export const currentOpenid = (role: Role): string => recall().holders[role]?.openid ?? ''
