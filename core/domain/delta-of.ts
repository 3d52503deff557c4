import type { Entry } from '../contract'
import { balanceOf } from './account'

/** The signed change an entry makes to the balance, in points. */
export function deltaOf(entry: Entry): number {
  switch (entry.type) {
    case 'MemberJoined':
    case 'BillSettled':
    case 'PointsGranted':
    case 'PendingReleased':
      return entry.earned - entry.repaid
    case 'ClaimReversed':
      return entry.returned.reduce((sum, { points }) => sum + points, 0)
    case 'RewardClaimed':
    case 'BillReversed':
    case 'PointsTaken':
    case 'PointsExpired':
    case 'TierBought':
      return entry.drawn.reduce((sum, taken) => sum - taken.points, 0)
    case 'PointsPending':
    case 'PendingForfeited':
    case 'ExpiryFrozen':
    case 'ExpiryThawed':
    case 'CheckedIn':
    case 'QuestionnaireAnswered':
    case 'TierChanged':
    case 'ReferralAccepted':
    case 'ReferralCounted':
    case 'ReferralReopened':
    case 'FriendRewarded':
    case 'FriendWithdrawn':
    case 'TierReviewed':
    case 'KeepBegan':
    case 'ReviewPaused':
    case 'MemberBarred':
    case 'BarLifted':
      return 0
    case 'AccountCorrected':
      return balanceOf(entry.account) - entry.running
  }
}
