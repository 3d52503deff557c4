import type {
  AccountState,
  BillReversed,
  BillSettled,
  Entry,
  Fen,
  Points,
  ReleasedPoints,
} from '../../contract'
import { points, shareOf } from '../amounts'
import { billIdOf } from '../bill-id'
import { assert } from '../result'
import { isRemembered, lostOf } from './reversible'

type PendingReleased = Extract<Entry, { type: 'PendingReleased' }>
type Released = Pick<AccountState, 'released'>

/** Points of a bill that come are remembered with it. In old lines no bill is named: those are his for good. */
export function rememberReleased(account: AccountState, entry: PendingReleased): Released {
  const { pending, bill, earned, expiresOn: lot, on } = entry
  const waiting = account.pending.find(({ id }) => id === pending)
  if (bill === undefined || waiting === undefined) return {}
  const { since: paidOn, reason, lost = points(0) } = waiting
  const countedOn = reason === 'dailyCap' ? on : null
  const one = { pending, bill, paidOn, lot, countedOn, points: points(earned + lost), lost }
  return { released: [...(account.released ?? []), one].filter((each) => isRemembered(each.paidOn, on)) }
}

/** What of a bill is his of the points that waited and have come. */
export const releasedOf = ({ released = [] }: AccountState, bill: BillSettled): ReleasedPoints[] =>
  released.filter((one) => one.bill === billIdOf(bill))

/** Points that are his yet, of those a bill made: with it, and later. */
export const pointsCarriedBy = (account: AccountState, settled: BillSettled): Points =>
  releasedOf(account, settled).reduce(
    (sum, { points: all, lost }) => points(sum + all - lost),
    points(settled.earned - lostOf(account, settled).points),
  )

/**
 * What goes of a part of a bill's points when `gone` of it has been taken back in all: as large a part as
 * of the bill, rounded down. Of 50 points of a bill of 200 yuan 30 yuan take 7, and 70 more 18.
 */
export const dueOf = (
  { points: all, lost }: { points: number; lost: number },
  gone: Fen,
  { amount }: BillSettled,
) => points(shareOf(all, gone, amount) - lost)

/** What has nothing left is forgotten, and so is what cannot be reversed any more. */
export function loseReleased({ released }: AccountState, { later = [], on }: BillReversed): Released {
  if (released === undefined) return {}
  const rest = later.reduce<ReleasedPoints[]>((all, taken) => {
    const found = all.find(({ pending }) => pending === taken.pending)
    assert(found !== undefined, `nothing came that waited as ${taken.pending}`)
    const lost = points(found.lost + taken.points)
    return all.map((one) => (one === found ? { ...one, lost } : one))
  }, released)
  return { released: rest.filter((one) => one.lost < one.points && isRemembered(one.paidOn, on)) }
}
