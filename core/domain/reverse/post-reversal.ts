import type { AccountState, BillReversed, ClaimReversed, Draw, Entry, Points } from '../../contract'
import { fen, points } from '../amounts'
import { billIdOf } from '../bill-id'
import { monthOf } from '../calendar'
import { uncountClaim } from '../daily-limit'
import { addToLots, drawFromLots } from '../lots'
import { forgetBirthdayBill, forgetJubilee } from '../post-occasion'
import { assert } from '../result'
import { countProgress } from '../tier-progress'
import { loseReleased } from './released'
import { isRemembered } from './reversible'

type Lapsed = AccountState['lapsed']
type PointsExpired = Extract<Entry, { type: 'PointsExpired' }>

/** The points go, what of them is not there is owed, and the bill counts for less; a whole one for nothing. I8. */
export function takeBack(before: AccountState, entry: BillReversed): AccountState {
  const { drawn, owed, amount, left, paidOn, points: taken } = entry
  const account = left === 0 ? forgetBirthdayBill(before, entry) : before
  return {
    ...account,
    lots: drawn.reduce(drawFromLots, account.lots),
    lapsed: lapsedOf(entry).reduce(unlapse, account.lapsed),
    debt: points(account.debt + owed),
    ...countProgress(account, { on: paidOn, spend: -amount, points: -taken }),
    qualifyingSpend: fen(account.qualifyingSpend - amount),
    reversed: remember(account.reversed, entry),
    ...loseReleased(account, entry),
    ...(left === 0 ? uncount(account, entry) : {}),
  }
}

/** Oldest first; those that cannot be reversed any more are forgotten. */
function remember(reversed: AccountState['reversed'], entry: BillReversed): AccountState['reversed'] {
  const bill = billIdOf(entry)
  const { paidOn, amount, on, later = [] } = entry
  const taken = later.reduce((rest, one) => points(rest - one.points), entry.points)
  const before = reversed.find((one) => one.bill === bill)
  const others = reversed.filter((one) => one !== before && isRemembered(one.paidOn, on))
  const sum = { amount: fen((before?.amount ?? 0) + amount), points: points((before?.points ?? 0) + taken) }
  return [...others, { bill, paidOn, ...sum }]
}

/** It was no order: without others the next one is the first again, and a jubilee that it was went with it. */
function uncount(account: AccountState, entry: BillReversed) {
  const { bills, monthly } = account
  const { paidOn } = entry
  assert(bills > 0, 'a bill that is taken back was counted')
  const isOfMonth = monthly?.month === monthOf(paidOn) && monthly.bills > 0
  return {
    bills: bills - 1,
    ...forgetJubilee(account, entry),
    monthly: isOfMonth ? { ...monthly, bills: monthly.bills - 1 } : monthly,
  }
}

/** What is taken back of points that had expired, by the lots they had made. */
export function lapsedOf({ lot, lapsed, later = [] }: BillReversed): Draw[] {
  const own = later.reduce((rest, one) => points(rest - one.lapsed), lapsed)
  const all = [{ lot, points: own }, ...later.map((one) => ({ lot: one.lot, points: one.lapsed }))]
  return all.filter(({ points }) => points > 0)
}

function unlapse(lapsed: Lapsed, { lot, points: taken }: Draw): Lapsed {
  const found = lapsed.find((one) => one.lot === lot)
  assert(found !== undefined && found.points >= taken, `${taken} of lot ${lot} did not expire`)
  const rest = points(found.points - taken)
  const others = lapsed.filter((one) => one !== found)
  return rest === 0 ? others : lapsed.map((one) => (one === found ? { lot, points: rest } : one))
}

/** What expired is remembered by its lot, so that it is not taken back once more. */
export function lapse({ lapsed }: AccountState, { drawn, on }: PointsExpired): Lapsed {
  const gone = new Map(lapsed.map(({ lot, points }): [Lapsed[number]['lot'], Points] => [lot, points]))
  for (const { lot, points: lost } of drawn) gone.set(lot, points((gone.get(lot) ?? 0) + lost))
  return [...gone].map(([lot, points]) => ({ lot, points })).filter(({ lot }) => isRemembered(lot, on))
}

/** The points are in lots again; what of them paid a debt is not. */
export function giveBack(account: AccountState, entry: ClaimReversed): AccountState {
  const { returned, repaid } = entry
  assert(repaid <= account.debt, `${repaid} repaid of a debt of ${account.debt}`)
  const lots = returned.reduce((all, { lot, points }) => addToLots(all, lot, points), account.lots)
  return { ...account, debt: points(account.debt - repaid), lots, ...uncountClaim(account, entry) }
}
