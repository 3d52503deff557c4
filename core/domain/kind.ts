import type { Entry, EntryKind } from '../contract'

const KINDS: Record<Entry['type'], EntryKind> = {
  MemberJoined: 'earn',
  BillSettled: 'earn',
  PointsGranted: 'earn',
  CheckedIn: 'checkIn',
  QuestionnaireAnswered: 'answer',
  PointsTaken: 'burn',
  PointsPending: 'pending',
  PendingReleased: 'earn',
  PendingForfeited: 'pending',
  RewardClaimed: 'burn',
  BillReversed: 'reverse',
  ClaimReversed: 'reverse',
  PointsExpired: 'expire',
  ExpiryFrozen: 'expire',
  ExpiryThawed: 'expire',
  TierBought: 'burn',
  TierChanged: 'tier',
  ReferralAccepted: 'pending',
  ReferralCounted: 'pending',
  ReferralReopened: 'pending',
  FriendRewarded: 'pending',
  FriendWithdrawn: 'pending',
  TierReviewed: 'tier',
  KeepBegan: 'tier',
  ReviewPaused: 'tier',
  MemberBarred: 'bar',
  BarLifted: 'bar',
  AccountCorrected: 'correction',
}

/** The tab of the ledger page that shows an entry. PAGE-03. */
export const kindOf = (entry: Entry): EntryKind => KINDS[entry.type]
