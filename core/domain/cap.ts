import type { BusinessDay, CapGroup, Entry, PendingPoints, Points, PointsSource, Program } from '../contract'
import type { Account } from './account'
import { points } from './amounts'
import { addDays } from './calendar'
import { GROUPS, usedOf } from './count-towards-caps'
import type { Over } from './earning/rule'

/** So many business days after its own the excess may come on. */
const LATER_DAYS = 7

/** What of some points comes at once, and what becomes of the rest. */
export interface Share {
  credited: Points
  /** Null while the cap is not reached. */
  over: Over | null
  waiting: Pick<PendingPoints, 'points' | 'until' | 'reason'>[]
}

/**
 * How much of these points the cap of their day lets through. Cap 1 000, 800 earned today, 500 more:
 * 200 come at once; the other 300 are dropped, come on the next days, or wait for a person, as the
 * programme says. A day whose cap was lowered since has no room and takes nothing back. CAP-01, I11.
 */
export function underCap(
  account: Account,
  source: PointsSource,
  earned: Points,
  on: BusinessDay,
  { caps }: Program,
): Share {
  const group = GROUPS[source]
  const cap = group && caps[group]
  if (group === null || cap === null) return { credited: earned, over: null, waiting: [] }
  const left = roomOn(account, group, on, cap.points)
  if (earned <= left) return { credited: earned, over: null, waiting: [] }
  const excess = points(earned - left)
  const over: Over = { rule: 'dailyCap', cap: cap.points, left, excess, over: cap.over }
  return { credited: left, over, waiting: waitingFor[cap.over](account, group, excess, on, cap.points) }
}

/** What is not used of the cap of a day, by what came on it or is to come. */
function roomOn(account: Account, group: CapGroup, day: BusinessDay, cap: Points): Points {
  const coming = account.pending.filter(
    ({ until, reason, source }) => until === day && reason === 'dailyCap' && GROUPS[source] === group,
  )
  const used: number = usedOf(account, group, day)
  const taken = coming.reduce((sum, one) => sum + one.points, used)
  return points(taken < cap ? cap - taken : 0)
}

type WaitingFor = (
  account: Account,
  group: CapGroup,
  excess: Points,
  on: BusinessDay,
  cap: Points,
) => Share['waiting']

const forReview = (excess: number): Share['waiting'] =>
  excess === 0 ? [] : [{ points: points(excess), until: null, reason: 'review' }]

/** Day after day as much as there is room for; after a week a person looks at what is left. */
const later: WaitingFor = (account, group, excess, on, cap) => {
  const waiting: Share['waiting'] = []
  let rest: number = excess
  for (let days = 1; days <= LATER_DAYS; days++) {
    const until = addDays(on, days)
    const come = points(Math.min(rest, roomOn(account, group, until, cap)))
    if (come > 0) waiting.push({ points: come, until, reason: 'dailyCap' })
    rest -= come
  }
  return [...waiting, ...forReview(rest)]
}

const waitingFor: Record<Over['over'], WaitingFor> = {
  drop: () => [],
  later,
  review: (_account, _group, excess) => forReview(excess),
}

/** What waits as lines of the ledger, numbered after what has waited before. */
export const pendingEntries = (
  { waited }: Account,
  { waiting }: Share,
  what: Pick<PendingPoints, 'source' | 'about' | 'branch' | 'bill' | 'told'>,
  on: BusinessDay,
  program: Program,
): Entry[] =>
  waiting.map((one, index) => ({
    type: 'PointsPending',
    on,
    pending: `wait-${waited + index + 1}`,
    ...what,
    ...one,
    program: program.version,
  }))
