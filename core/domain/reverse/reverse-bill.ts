import type {
  AccountState,
  BillReversed,
  BillSettled,
  BusinessDay,
  Entry,
  Fen,
  Program,
} from '../../contract'
import { post } from '../account'
import { fen, points, shareOf } from '../amounts'
import { billIdOf } from '../bill-id'
import { accept, type Result, refuse } from '../result'
import { descend } from '../tier'
import { isReversible, lostOf } from './reversible'
import { takePoints } from './take-points'

/** What is asked: how much of a bill, why, and by whom; null for a till. */
export interface Reversal {
  amount: Fen
  reason: string
  by: string | null
}

export type NotReversed = 'BILL_TOO_OLD' | 'MORE_THAN_BILL_CARRIES'

/**
 * Take a bill back, or a part of it (退单): the points it made pro rata, rounded so that parts in any
 * order come to the whole. 50 of 200 yuan that made 500 points take 125; the last 150 take 375.
 *
 * Spend and orders count for less from then on, and a tier that only this spend had reached goes, too.
 * Points of the bill that still wait are forfeited. I8, CAP-04.
 */
export function reverseBill(
  account: AccountState,
  settled: BillSettled,
  { amount, reason, by }: Reversal,
  on: BusinessDay,
  program: Program,
): Result<{ reversed: BillReversed; entries: Entry[] }, NotReversed> {
  if (!isReversible(settled.on, on)) return refuse('BILL_TOO_OLD')
  const lost = lostOf(account, settled)
  const gone = lost.amount + amount
  if (gone > settled.amount) return refuse('MORE_THAN_BILL_CARRIES')
  const due = points(shareOf(settled.earned, gone, settled.amount) - lost.points)
  const { bill, branch, branchName, expiresOn: lot } = settled
  const reversed: BillReversed = {
    type: 'BillReversed',
    on,
    bill,
    branch,
    branchName,
    paidOn: settled.on,
    amount,
    left: fen(settled.amount - gone),
    points: due,
    ...takePoints(account, lot, due),
    lot,
    reason,
    by,
    program: program.version,
  }
  const forfeited = forfeit(account, settled, reversed)
  const after = post(account, reversed)
  return accept({ reversed, entries: [reversed, ...forfeited, ...descend(account, after, on, program)] })
}

/** Of points that wait, as large a part as of the bill that is left. */
function forfeit(account: AccountState, settled: BillSettled, reversed: BillReversed): Entry[] {
  const { amount, left, reason, on } = reversed
  const mine = account.pending.filter(({ bill }) => bill === billIdOf(settled))
  return mine.flatMap(({ id, source, points: waiting }): Entry[] => {
    const kept = shareOf(waiting, left, left + amount)
    if (kept === waiting) return []
    return [{ type: 'PendingForfeited', on, pending: id, source, points: points(waiting - kept), reason }]
  })
}
