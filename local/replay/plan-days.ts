import type { BusinessDay } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import type { Newcomer } from './read-members'
import type { Receipt } from './read-orders'

/** Something that happened at a moment. */
export type Happening =
  | { kind: 'join'; at: Date; newcomer: Newcomer }
  | { kind: 'receipt'; at: Date; receipt: Receipt }

export interface Plan {
  /** What happened on each business day: one queue for each person, to be kept in its order. */
  days: Map<BusinessDay, Happening[][]>
  first: BusinessDay
  last: BusinessDay
  /** The last moment of all. */
  end: Date
}

/** Receipts in the order they were paid; everybody joins before his first one. */
export function planDays(receipts: readonly Receipt[], newcomers: readonly Newcomer[]): Plan {
  const joins = everybody(receipts, newcomers).map(
    (newcomer): Happening => ({ kind: 'join', at: newcomer.joinedAt, newcomer }),
  )
  const paid = receipts.map((receipt): Happening => ({ kind: 'receipt', at: receipt.at, receipt }))
  const all = [...joins, ...paid].sort((a, b) => a.at.getTime() - b.at.getTime())

  const days = new Map<BusinessDay, Map<string, Happening[]>>()
  for (const happening of all) {
    const queues = entryOf(days, businessDayOf(happening.at), () => new Map<string, Happening[]>())
    entryOf(queues, whose(happening), (): Happening[] => []).push(happening)
  }
  const [first] = days.keys()
  const last = [...days.keys()].at(-1)
  const end = all.at(-1)?.at
  if (first === undefined || last === undefined || end === undefined) throw new Error('nothing happened')
  return { days: new Map([...days].map(([day, queues]) => [day, [...queues.values()]])), first, last, end }
}

/** Those who are listed, at the latest when they first paid; the others when they first paid. */
function everybody(receipts: readonly Receipt[], newcomers: readonly Newcomer[]): Newcomer[] {
  const all = new Map(newcomers.map((newcomer) => [newcomer.ref, newcomer]))
  for (const { ref, at } of receipts) {
    if (ref === null) continue
    const known = all.get(ref) ?? { ref, name: null, birthday: null, joinedAt: at }
    if (known.joinedAt >= at) all.set(ref, { ...known, joinedAt: at })
  }
  return [...all.values()]
}

/** A guest who is no member waits for nobody. */
const whose = (happening: Happening): string => {
  if (happening.kind === 'join') return `member ${happening.newcomer.ref}`
  const { ref, branch, orderId } = happening.receipt
  return ref === null ? `bill ${branch} ${orderId}` : `member ${ref}`
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
