import type { AccountState, Entry, PendingPoints, Points } from '../contract'
import { points } from './amounts'
import { assert } from './result'
import { rememberReleased } from './reverse/released'
import { countProgress } from './tier-progress'

type PointsPending = Extract<Entry, { type: 'PointsPending' }>
type PendingReleased = Extract<Entry, { type: 'PendingReleased' }>
type PendingForfeited = Extract<Entry, { type: 'PendingForfeited' }>

/** They are his and cannot be used yet. CAP-02. */
export function wait(
  { pending, waited }: AccountState,
  entry: PointsPending,
): Pick<AccountState, 'pending' | 'waited'> {
  const { pending: id, source, about, branch, bill, points, on: since, until, reason, told } = entry
  const late = told === undefined ? {} : { told }
  return {
    pending: [...pending, { id, source, about, branch, bill, points, since, until, reason, ...late }],
    waited: waited + 1,
  }
}

/** Points of a bill that came late are the bill's all the same, of its day. */
export function come(account: AccountState, entry: PendingReleased) {
  const { pending, source, earned } = entry
  const since = account.pending.find(({ id }) => id === pending)?.since
  const isOfBill = source === 'bill' && since !== undefined
  const counted = isOfBill ? countProgress(account, { on: since, spend: 0, points: earned }) : {}
  return {
    ...counted,
    ...rememberReleased(account, entry),
    pending: without(account.pending, pending, earned),
  }
}

/** They will not come, or some of them: the rest remembers how many went. */
export const forfeit = ({ pending }: AccountState, { pending: id, points }: PendingForfeited) => ({
  pending: without(pending, id, points),
})

function without(pending: readonly PendingPoints[], id: string, gone: Points): PendingPoints[] {
  const found = pending.find((one) => one.id === id)
  assert(
    found !== undefined && found.points >= gone,
    `${found?.points ?? 'nothing'} waits as ${id}, not ${gone}`,
  )
  const rest = points(found.points - gone)
  if (rest === 0) return pending.filter((one) => one !== found)
  const lost = points((found.lost ?? 0) + gone)
  return pending.map((one) => (one === found ? { ...one, points: rest, lost } : one))
}
