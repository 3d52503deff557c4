import type { BillSettled, BusinessDay, Draw, Entry, Fen, Points } from '../contract'
import { fen, points } from './amounts'
import { monthOf, NEVER } from './calendar'
import { assert } from './result'

/** What the ledger adds up to: always the fold of a member's entries. */
export interface Account {
  /** Open lots, soonest to expire first. Points that expire on one day are one lot. */
  lots: Lot[]
  /** Id of the tier; null until he has joined. */
  tier: string | null
  /** Everything ever paid on bills, which is what tiers count. */
  qualifyingSpend: Fen
  /** Bills with something to pay, so far. The first order is the one that finds 0 here. */
  bills: number
  /** Those of the latest month he paid any in; null before the first. EARN-17. */
  monthly: { month: string; bills: number } | null
}

/** Points that expire together (批次), named by the last day they can be used. */
interface Lot {
  expiresOn: BusinessDay
  left: Points
}

export const openAccount = (): Account => ({
  lots: [],
  tier: null,
  qualifyingSpend: fen(0),
  bills: 0,
  monthly: null,
})

export const balanceOf = (account: Account): Points =>
  points(account.lots.reduce((sum, lot) => sum + lot.left, 0))

/** The first day after which a lot is lost, or NEVER. */
export const nextExpiryOf = (account: Account): BusinessDay => account.lots[0]?.expiresOn ?? NEVER

export const postAll = (account: Account, entries: readonly Entry[]): Account => entries.reduce(post, account)

/** The only thing that changes an account. */
export function post(account: Account, entry: Entry): Account {
  switch (entry.type) {
    case 'MemberJoined':
      return { ...account, lots: add(account.lots, entry.expiresOn, entry.earned), tier: entry.tier }
    case 'BillSettled':
      return {
        ...account,
        lots: add(account.lots, entry.expiresOn, entry.earned),
        ...countBill(account, entry),
      }
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
      return entry.earned
    case 'RewardClaimed':
    case 'PointsExpired':
      return entry.drawn.reduce((sum, taken) => sum - taken.points, 0)
    case 'TierChanged':
      return 0
    case 'AccountCorrected':
      return balanceOf(entry.account) - entry.running
  }
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
