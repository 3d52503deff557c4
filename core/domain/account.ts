import type { AccountState, BillSettled, Draw, Entry, Points } from '../contract'
import { fen, points } from './amounts'
import { monthOf, yearOf } from './calendar'
import { countOf, makeRoom, makeRoomFor } from './count-towards-caps'
import { countClaim } from './daily-limit'
import { addToLots, drawFromLots, pushLots } from './lots'
import { postBar } from './post-bar'
import { rememberBirthdayBill, rememberGift, rememberJubilee } from './post-occasion'
import { come, forfeit, wait } from './post-pending'
import { postReferral } from './referral/post-referral'
import { assert } from './result'
import { giveBack, lapse, takeBack } from './reverse/post-reversal'
import { moveStamps } from './stamps'
import { beginPeriod, changeTier, countProgress, openProgress, review } from './tier-progress'

export type Account = AccountState

export const openAccount = (): Account => ({
  lots: [],
  frozen: null,
  debt: points(0),
  pending: [],
  waited: 0,
  towardsCaps: [],
  ...openProgress(),
  qualifyingSpend: fen(0),
  bills: 0,
  monthly: null,
  reversed: [],
  lapsed: [],
  referredBy: null,
  referrals: null,
  checkIn: null,
})

export const balanceOf = (account: Account): Points =>
  points(account.lots.reduce((sum, lot) => sum + lot.left, 0))

/** What of these points pays what he owes. */
export const repaidBy = ({ debt }: Account, earned: Points): Points => points(Math.min(debt, earned))

export const postAll = (account: Account, entries: readonly Entry[]): Account => entries.reduce(post, account)

/** The only thing that changes an account. Stamps move beside whatever else an entry does. */
export const post = (account: Account, entry: Entry): Account => ({
  ...change(account, entry),
  ...moveStamps(account, entry),
})

function change(account: Account, entry: Entry): Account {
  switch (entry.type) {
    case 'MemberJoined':
      return { ...credit(account, entry), tier: entry.tier, tierSince: entry.on, reached: [entry.tier] }
    case 'BillSettled':
      return { ...credit(account, entry), ...countBill(account, entry), ...countOf(account, entry) }
    case 'PointsGranted':
      return { ...credit(account, entry), ...countOf(account, entry), ...rememberGift(entry) }
    case 'CheckedIn':
      return {
        ...account,
        checkIn: {
          on: entry.on,
          streak: entry.streak,
          had: [...(account.checkIn?.had ?? []), ...entry.once],
        },
      }
    case 'QuestionnaireAnswered':
      return { ...account, answered: [...(account.answered ?? []), entry.questionnaire] }
    case 'PointsPending':
      return { ...account, ...countOf(account, entry), ...wait(account, entry), ...rememberGift(entry) }
    case 'PendingReleased':
      return { ...credit(account, entry), ...countOf(account, entry), ...come(account, entry) }
    case 'PendingForfeited':
      return { ...account, ...makeRoomFor(account, entry), ...forfeit(account, entry) }
    case 'RewardClaimed':
      return { ...account, ...without(account, entry), ...countClaim(account, entry) }
    case 'PointsTaken':
    case 'TierBought':
      return { ...account, ...without(account, entry) }
    case 'PointsExpired':
      return { ...account, ...without(account, entry), lapsed: lapse(account, entry) }
    case 'BillReversed':
      return { ...takeBack(account, entry), ...makeRoom(account, entry) }
    case 'ClaimReversed':
      return giveBack(account, entry)
    case 'ExpiryFrozen':
      return { ...account, frozen: { since: entry.on, graceDays: entry.graceDays } }
    case 'ExpiryThawed':
      return { ...account, frozen: null, lots: pushLots(account.lots, entry.through) }
    case 'TierChanged':
      return { ...account, ...changeTier(account, entry) }
    case 'TierReviewed':
      return { ...account, ...review(entry) }
    case 'KeepBegan':
      return { ...account, keep: beginPeriod(entry.keep) }
    case 'ReviewPaused':
      return {
        ...account,
        keep: account.keep && { ...account.keep, until: entry.until },
        pausedIn: yearOf(entry.on),
      }
    case 'MemberBarred':
    case 'BarLifted':
      return postBar(account, entry)
    case 'ReferralAccepted':
    case 'ReferralCounted':
    case 'ReferralReopened':
    case 'FriendRewarded':
    case 'FriendWithdrawn':
      return { ...account, ...postReferral(account, entry) }
    case 'AccountCorrected':
      return { ...entry.account }
  }
}

/** What an entry draws is gone from its lots. */
const without = ({ lots }: Account, { drawn }: { drawn: readonly Draw[] }): Pick<Account, 'lots'> => ({
  lots: drawn.reduce(drawFromLots, lots),
})

/** A bill of nothing is no order: the first order is still to come. */
function countBill(account: Account, settled: BillSettled) {
  const { amount, earned, on } = settled
  if (amount === 0) return {}
  const { qualifyingSpend, bills, monthly } = account
  return {
    ...countProgress(account, { on, spend: amount, points: earned }),
    ...rememberJubilee(account, settled),
    ...rememberBirthdayBill(settled),
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

type Credit = Pick<BillSettled, 'earned' | 'repaid' | 'expiresOn'>

/** What comes pays his debt first; the rest is a lot, or joins the one of its day. */
function credit(account: Account, { earned, repaid, expiresOn }: Credit): Account {
  assert(repaid <= account.debt, `${repaid} repaid of a debt of ${account.debt}`)
  const debt = points(account.debt - repaid)
  return { ...account, debt, lots: addToLots(account.lots, expiresOn, points(earned - repaid)) }
}
