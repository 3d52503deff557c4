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
import { fen, points } from '../amounts'
import { billIdOf } from '../bill-id'
import { roomGivenBack } from '../count-towards-caps'
import { accept, type Result, refuse } from '../result'
import { losesStamp } from '../stamps'
import { descend } from '../tier'
import { dueOf, releasedOf } from './released'
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
 * Points of the bill that were beyond a cap go by the same rule: those that wait are forfeited, those that
 * have come since are taken back from the lots they made. What is taken back leaves room in the caps of the
 * days it counted towards. Its stamp goes with the part that leaves it too little for one. I8, CAP-04, CAMP-09.
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
  const gone = fen(lost.amount + amount)
  if (gone > settled.amount) return refuse('MORE_THAN_BILL_CARRIES')
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
    lot,
    ...takeBackPoints(account, settled, gone),
    ...(losesStamp(settled, lost.amount, gone) ? { unstamped: true as const } : {}),
    reason,
    by,
    program: program.version,
  }
  const forfeited = forfeit(account, settled, gone, reversed)
  const after = post(account, reversed)
  return accept({ reversed, entries: [reversed, ...forfeited, ...descend(account, after, on, program)] })
}

/** Of the points that came with the bill, and of those that came later. */
function takeBackPoints(account: AccountState, settled: BillSettled, gone: Fen) {
  const { earned, expiresOn, on } = settled
  const own = dueOf({ points: earned, lost: lostOf(account, settled).points }, gone, settled)
  const came = releasedOf(account, settled)
    .map((one) => ({ ...one, points: dueOf(one, gone, settled) }))
    .filter((one) => one.points > 0)
  const { drawn, pieces, owed } = takePoints(account, [{ lot: expiresOn, points: own }, ...came])
  const later = pieces.flatMap((one) =>
    'pending' in one ? { pending: one.pending, lot: one.lot, points: one.points, lapsed: one.lapsed } : [],
  )
  const counted = came.flatMap(({ countedOn: day, points }) => (day === null ? [] : { day, points }))
  const room = roomGivenBack(account, [{ day: on, points: own }, ...counted])
  return {
    points: sumOf(pieces.map((one) => one.points)),
    drawn,
    lapsed: sumOf(pieces.map((one) => one.lapsed)),
    owed,
    ...(later.length === 0 ? {} : { later }),
    ...(room.length === 0 ? {} : { room }),
  }
}

const sumOf = (parts: readonly number[]) => points(parts.reduce((sum, part) => sum + part, 0))

/** Of points that wait. */
function forfeit(
  account: AccountState,
  settled: BillSettled,
  gone: Fen,
  { reason, on }: BillReversed,
): Entry[] {
  const mine = account.pending.filter(({ bill }) => bill === billIdOf(settled))
  return mine.flatMap(({ id, source, points: waiting, lost = 0 }): Entry[] => {
    const due = dueOf({ points: waiting + lost, lost }, gone, settled)
    return due === 0 ? [] : [{ type: 'PendingForfeited', on, pending: id, source, points: due, reason }]
  })
}
