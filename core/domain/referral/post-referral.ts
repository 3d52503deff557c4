import type { AccountState, Entry } from '../../contract'
import { points } from '../amounts'
import { monthOf } from '../calendar'
import { assert } from '../result'

type ReferralEntry = Extract<
  Entry,
  {
    type: 'ReferralAccepted' | 'ReferralCounted' | 'ReferralReopened' | 'FriendRewarded' | 'FriendWithdrawn'
  }
>
type Changed = Partial<Pick<AccountState, 'referredBy' | 'referrals'>>

/** What a line about a referral changes; the points themselves are in lines of their own. */
export function postReferral({ referredBy, referrals }: AccountState, entry: ReferralEntry): Changed {
  switch (entry.type) {
    case 'ReferralAccepted':
      assert(referredBy === null, 'he was referred before')
      return {
        referredBy: { member: entry.by, excluded: entry.excluded, order: null, turn: 0, withdrawn: [] },
      }
    case 'ReferralCounted':
      assert(referredBy?.order === null, 'no order is awaited')
      return { referredBy: { ...referredBy, order: orderBy(entry), turn: referredBy.turn + 1 } }
    case 'ReferralReopened':
      assert(referredBy?.order?.bill === entry.bill, `${entry.bill} is not the order that counted`)
      return { referredBy: { ...referredBy, order: null, withdrawn: withdrawnBy(referredBy, entry) } }
    case 'FriendRewarded':
      return { referrals: rewarded(referrals, monthOf(entry.on), entry.points) }
    case 'FriendWithdrawn':
      return { referrals: withdrawn(referrals, entry.month, entry.points) }
  }
}

const orderBy = ({ bill, safeOn, sides }: Extract<Entry, { type: 'ReferralCounted' }>) => ({
  bill,
  safeOn,
  sides,
})

/** Of each side the last one: what became of it says whether he may be rewarded again. */
function withdrawnBy(
  { withdrawn, turn }: NonNullable<AccountState['referredBy']>,
  { sides }: Extract<Entry, { type: 'ReferralReopened' }>,
) {
  const others = withdrawn.filter(({ side }) => !sides.includes(side))
  return [...others, ...sides.map((side) => ({ side, turn }))]
}

type Referrals = AccountState['referrals']

/** The month in which a reward of this month counts. */
export const countedIn = (had: Referrals, month: string): string =>
  had !== null && had.month > month ? had.month : month

export const rewardsIn = (had: Referrals, month: string): number => (had?.month === month ? had.rewards : 0)

/** A clock that was ahead has opened a month too soon: what comes after counts in it, so that no cap is passed. */
function rewarded(had: Referrals, on: string, more: number): Referrals {
  const month = countedIn(had, on)
  return { month, rewards: rewardsIn(had, month) + 1, points: points((had?.points ?? 0) + more) }
}

/** A month that is over needs its place no more. */
function withdrawn(had: Referrals, month: string, less: number): Referrals {
  assert(had !== null, 'no friend was rewarded')
  const rewards = had.month === month ? had.rewards - 1 : had.rewards
  return { ...had, rewards, points: points(had.points - less) }
}
