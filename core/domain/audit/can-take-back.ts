import type { BillReversed, Draw } from '../../contract'
import type { Account } from '../account'
import { usedOf } from '../count-towards-caps'
import { lapsedOf } from '../reverse/post-reversal'

/** Whether an account can lose what a reversal takes: spend, an order, what had expired, what came later, and what counted. */
export function canTakeBack(account: Account, entry: BillReversed): boolean {
  const { released = [], qualifyingSpend, bills } = account
  const { amount, left, later = [], room = [] } = entry
  return (
    amount <= qualifyingSpend &&
    (left > 0 || bills > 0) &&
    canUnlapse(account, entry) &&
    later.every((one) =>
      released.some((all) => all.pending === one.pending && one.points <= all.points - all.lost),
    ) &&
    room.every(({ day, points }) => points <= usedOf(account, 'spend', day))
  )
}

/** What came later is a part of all that is taken, and nothing that had expired is taken twice. */
function canUnlapse({ lapsed }: Account, entry: BillReversed): boolean {
  const { later = [] } = entry
  if (sumOf(later) > entry.points || later.reduce((sum, one) => sum + one.lapsed, 0) > entry.lapsed)
    return false
  const ofLot = (all: readonly Draw[], lot: string) => sumOf(all.filter((one) => one.lot === lot))
  return lapsedOf(entry).every(({ lot }, _, all) => ofLot(all, lot) <= ofLot(lapsed, lot))
}

const sumOf = (all: readonly { points: number }[]) => all.reduce((sum, { points }) => sum + points, 0)
