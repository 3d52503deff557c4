import type { AccountState, BillSettled, BusinessDay, Draw, Entry, PendingPoints, Points } from '../contract'
import { fen, points } from './amounts'
import { addDays, monthOf, NEVER } from './calendar'
import { countOf } from './count-towards-caps'
import { assert } from './result'

export type Account = AccountState

type Lot = Account['lots'][number]
type PointsPending = Extract<Entry, { type: 'PointsPending' }>

export const openAccount = (): Account => ({
  lots: [],
  debt: points(0),
  pending: [],
  waited: 0,
  towardsCaps: [],
  tier: null,
  qualifyingSpend: fen(0),
  bills: 0,
  monthly: null,
})

export const balanceOf = (account: Account): Points =>
  points(account.lots.reduce((sum, lot) => sum + lot.left, 0))

/** The first day on which time changes it: points are gone, or can be used at last. NEVER when none does. */
export function nextDueOf({ lots, pending }: Account): BusinessDay {
  const [soonest] = lots
  const gone = soonest === undefined || soonest.expiresOn === NEVER ? NEVER : addDays(soonest.expiresOn, 1)
  return pending.reduce((first, { until }) => (until !== null && until < first ? until : first), gone)
}

/** What of these points pays what he owes. */
export const repaidBy = ({ debt }: Account, earned: Points): Points => points(Math.min(debt, earned))

export const postAll = (account: Account, entries: readonly Entry[]): Account => entries.reduce(post, account)

/** The only thing that changes an account. */
export function post(account: Account, entry: Entry): Account {
  switch (entry.type) {
    case 'MemberJoined':
      return { ...credit(account, entry), tier: entry.tier }
    case 'BillSettled':
      return { ...credit(account, entry), ...countBill(account, entry), ...countOf(account, entry) }
    case 'PointsGranted':
      return { ...credit(account, entry), ...countOf(account, entry) }
    case 'PointsPending':
      return { ...account, ...countOf(account, entry), ...wait(account, entry) }
    case 'PendingReleased':
      return {
        ...credit(account, entry),
        ...countOf(account, entry),
        pending: without(account.pending, entry.pending, entry.earned),
      }
    case 'PendingForfeited':
      return { ...account, pending: without(account.pending, entry.pending, entry.points) }
    case 'RewardClaimed':
    case 'PointsExpired':
      return { ...account, lots: entry.drawn.reduce(draw, account.lots) }
    case 'TierChanged':
      return { ...account, tier: entry.to }
    case 'AccountCorrected':
      return { ...entry.account }
  }
}

/** A bill of nothing is no order: the first order is still to come. */
function countBill(account: Account, { amount, on }: BillSettled) {
  if (amount === 0) return {}
  const { qualifyingSpend, bills, monthly } = account
  return {
    qualifyingSpend: fen(qualifyingSpend + amount),
    bills: bills + 1,
    monthly: nextMonthly(monthly, monthOf(on)),
  }
}

/** A till may report a bill of the month before, when that month is over: it counts in neither. */
function nextMonthly(monthly: Account['monthly'], month: string): Account['monthly'] {
  if (monthly === null || monthly.month < month) return { month, bills: 1 }
  return monthly.month === month ? { month, bills: monthly.bills + 1 } : monthly
}

/** The signed change an entry makes to the balance, in points. */
export function deltaOf(entry: Entry): number {
  switch (entry.type) {
    case 'MemberJoined':
    case 'BillSettled':
    case 'PointsGranted':
    case 'PendingReleased':
      return entry.earned - entry.repaid
    case 'RewardClaimed':
    case 'PointsExpired':
      return entry.drawn.reduce((sum, taken) => sum - taken.points, 0)
    case 'PointsPending':
    case 'PendingForfeited':
    case 'TierChanged':
      return 0
    case 'AccountCorrected':
      return balanceOf(entry.account) - entry.running
  }
}

type Credit = Pick<BillSettled, 'earned' | 'repaid' | 'expiresOn'>

/** What comes pays his debt first; the rest is a lot, or joins the one of its day. */
function credit(account: Account, { earned, repaid, expiresOn }: Credit): Account {
  assert(repaid <= account.debt, `${repaid} repaid of a debt of ${account.debt}`)
  const debt = points(account.debt - repaid)
  return { ...account, debt, lots: add(account.lots, expiresOn, points(earned - repaid)) }
}

function wait({ pending, waited }: Account, entry: PointsPending): Pick<Account, 'pending' | 'waited'> {
  const { pending: id, source, about, branch, points, on, until, reason } = entry
  return {
    pending: [...pending, { id, source, about, branch, points, since: on, until, reason }],
    waited: waited + 1,
  }
}

function without(pending: readonly PendingPoints[], id: string, points: Points): PendingPoints[] {
  const found = pending.find((one) => one.id === id)
  assert(found?.points === points, `${found?.points ?? 'nothing'} waits as ${id}, not ${points}`)
  return pending.filter((one) => one !== found)
}

function add(lots: readonly Lot[], expiresOn: BusinessDay, earned: Points): Lot[] {
  if (earned === 0) return [...lots]
  const same = lots.find((lot) => lot.expiresOn === expiresOn)
  const others = lots.filter((lot) => lot !== same)
  return [...others, { expiresOn, left: points((same?.left ?? 0) + earned) }].sort((a, b) =>
    a.expiresOn < b.expiresOn ? -1 : 1,
  )
}

function draw(lots: Lot[], taken: Draw): Lot[] {
  const lot = lots.find(({ expiresOn }) => expiresOn === taken.lot)
  assert(lot !== undefined, `no open lot ${taken.lot}`)
  assert(lot.left >= taken.points, `lot ${taken.lot} holds ${lot.left}, asked for ${taken.points}`)
  const left = points(lot.left - taken.points)
  return left === 0
    ? lots.filter((other) => other !== lot)
    : lots.map((other) => (other === lot ? { ...lot, left } : other))
}
