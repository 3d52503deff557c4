import type { Cast, Person } from '../cast'
import type { Role } from './listen-to-phones'

/** Somebody invented here: WeChat has never told us his openid before. */
interface Newcomer extends Person {
  title: string
}

/** Newcomers and who holds which phone survive a reload of the page, as they would a restart of the phone. */
interface Memory {
  newcomers: Newcomer[]
  holders: Partial<Record<Role, Person>>
}

const SHELF = 'console.people'
const REMEMBERED = 12

/** The cashier's and the manager's phone are for the same strangers: colleagues to be. */
const newcomerTitles: Record<Role, string> = { diner: '新食客', cashier: '新同事', manager: '新同事' }

function recall(): Memory {
  const text = localStorage.getItem(SHELF)
  return text ? (JSON.parse(text) as Memory) : { newcomers: [], holders: {} }
}

function keep(memory: Memory): void {
  localStorage.setItem(SHELF, JSON.stringify(memory))
}

export function inventNewcomer(role: Role): Person {
  const memory = recall()
  const random = crypto.getRandomValues(new Uint32Array(4))
  const openid = `o-${[...random].map((word) => word.toString(36)).join('')}`
  const title = newcomerTitles[role]
  const number = memory.newcomers.filter((each) => each.title === title).length + 1
  const newcomer = { openid, name: `${title} ${number}`, title }
  keep({ ...memory, newcomers: [...memory.newcomers, newcomer].slice(-REMEMBERED) })
  return newcomer
}

/** Who may take this phone: the seeded people first, then those invented here, newest first. */
export function peopleFor(role: Role, cast: Cast): Person[] {
  const seeded = { diner: cast.diners, cashier: [cast.cashier], manager: [cast.manager, cast.owner] }[role]
  const invented = recall().newcomers.filter(({ title }) => title === newcomerTitles[role])
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
