import * as z from 'zod'
import { AccountState, PendingReason, PointsSource } from './account'
import { Draw } from './draw'
import { BranchId, BusinessDay, Fen, Instant, MemberId, Points, RewardId } from './primitives'
import {
  FriendRewarded,
  FriendWithdrawn,
  ReferralAccepted,
  ReferralCounted,
  ReferralReopened,
} from './referral'
import { Step } from './step'
import { KeepBegan, ReviewPaused, TierBought, TierChanged, TierReviewed } from './tier-entries'

/** Points that come: all that were earned, what of them pays a debt, and how long the rest lives. */
const credit = { earned: Points, repaid: Points, expiresOn: BusinessDay }

const MemberJoined = z.object({
  type: z.literal('MemberJoined'),
  on: BusinessDay,
  ...credit,
  tier: z.string(),
  tierName: z.string(),
  program: z.string(),
})
const BillSettled = z.object({
  type: z.literal('BillSettled'),
  on: BusinessDay,
  /** The till's number where there is one, otherwise the key of the command. */
  bill: z.string(),
  branch: BranchId,
  branchName: z.string(),
  /** As paid. */
  amount: Fen,
  /** What his tier took off, where our page did it: paid is `payBp` of `listed`. C-51. */
  discount: z.object({ tierName: z.string(), payBp: z.int(), listed: Fen }).optional(),
  ...credit,
  steps: z.array(Step),
  program: z.string(),
})
/** Points that no bill earned. */
const PointsGranted = z.object({
  type: z.literal('PointsGranted'),
  on: BusinessDay,
  source: PointsSource,
  /** What exactly for, in the restaurant's words: a milestone, a tier, a reason. */
  about: z.string(),
  ...credit,
  /** What the cap of the day left out, where it drops. CAP-01. */
  dropped: Points,
  program: z.string(),
})
/** What it gave are the lines after it. ENG-01. */
const CheckedIn = z.object({
  type: z.literal('CheckedIn'),
  on: BusinessDay,
  /** Days in a row, this one counted. */
  streak: z.int().positive(),
  /** Which day of its round it is. */
  day: z.int().positive(),
  /** Milestones reached that are reached only once. */
  once: z.array(z.string()),
  program: z.string(),
})
/** Points taken by a person, with a reason. What he gives is granted. */
const PointsTaken = z.object({
  type: z.literal('PointsTaken'),
  on: BusinessDay,
  about: z.string(),
  drawn: z.array(Draw),
})
/** Points that are his and wait (待生效). CAP-02. */
const PointsPending = z.object({
  type: z.literal('PointsPending'),
  on: BusinessDay,
  pending: z.string(),
  source: PointsSource,
  /** The bill that earned them, as `billIdOf` names it. */
  bill: z.string().nullable(),
  about: z.string(),
  branch: BranchId.nullable(),
  points: Points.min(1),
  until: BusinessDay.nullable(),
  reason: PendingReason,
  program: z.string(),
})
/** Points that waited can be used from `on` on. */
const PendingReleased = z.object({
  type: z.literal('PendingReleased'),
  on: BusinessDay,
  pending: z.string(),
  source: PointsSource,
  ...credit,
  program: z.string(),
})
/** Points that waited, or some of them, will not come: their order was refunded, or a person said no. */
const PendingForfeited = z.object({
  type: z.literal('PendingForfeited'),
  on: BusinessDay,
  pending: z.string(),
  source: PointsSource,
  points: Points.min(1),
  reason: z.string(),
})
const RewardClaimed = z.object({
  type: z.literal('RewardClaimed'),
  on: BusinessDay,
  reward: RewardId,
  rewardName: z.string(),
  redemption: z.string(),
  drawn: z.array(Draw),
  /** The attempt that took the stock, where the reward has a finite one. */
  token: z.string().nullable(),
  program: z.string(),
})
/** A bill, or a part of it, is taken back (退单), with the points it made. I8. */
const BillReversed = z.object({
  type: z.literal('BillReversed'),
  on: BusinessDay,
  /** As the settled bill says them. */
  bill: z.string(),
  branch: BranchId,
  branchName: z.string(),
  paidOn: BusinessDay,
  /** What is taken back of the bill now. */
  amount: Fen,
  /** What it still carries; 0 when it is wholly reversed. */
  left: Fen,
  /** What is taken back of its points: drawn, lapsed and owed together. */
  points: Points,
  drawn: z.array(Draw),
  /** What of them expired before, in the lot they had made. */
  lapsed: Points,
  lot: BusinessDay,
  /** What of them was used already: it becomes a debt. */
  owed: Points,
  reason: z.string(),
  /** The colleague who did it; null for a till. */
  by: z.string().nullable(),
  program: z.string(),
})
/** A claim is taken back (作废): its code is void, and the points return to the lots they came from. */
const ClaimReversed = z.object({
  type: z.literal('ClaimReversed'),
  on: BusinessDay,
  reward: RewardId,
  rewardName: z.string(),
  redemption: z.string(),
  /** What is his again, by the day it can be used through. C-50. */
  returned: z.array(Draw),
  /** What of the points paid a debt. */
  repaid: Points,
  reason: z.string(),
  by: z.string(),
  program: z.string(),
})
const PointsExpired = z.object({ type: z.literal('PointsExpired'), on: BusinessDay, drawn: z.array(Draw) })
/** From `on` on nothing of his expires. EXP-08. */
const ExpiryFrozen = z.object({
  type: z.literal('ExpiryFrozen'),
  on: BusinessDay,
  graceDays: z.int().positive(),
  program: z.string(),
})
/** His points expire again, none of them before `through` is over. C-14. */
const ExpiryThawed = z.object({
  type: z.literal('ExpiryThawed'),
  on: BusinessDay,
  through: BusinessDay,
  program: z.string(),
})
/** Why an account is corrected (更正). */
export const CorrectionReason = z.enum([
  /** It was not what its lines add up to; the lines are right. */
  'ACCOUNT_DIFFERED',
  /** Lines are lost or damaged and cannot be had back; the account is right. */
  'LEDGER_DAMAGED',
])
export type CorrectionReason = z.infer<typeof CorrectionReason>

/**
 * The books are closed and opened again: the account is this one from here on, whatever stood
 * before. Found by the night audit, approved by a person, told to the member.
 */
const AccountCorrected = z.object({
  type: z.literal('AccountCorrected'),
  on: BusinessDay,
  reason: CorrectionReason,
  /** The balance the account showed; null when that was no number. */
  shown: z.number().nullable(),
  /** The balance of the line before this one. */
  running: Points,
  account: AccountState,
  proposal: z.string(),
  approvedBy: z.string(),
})

/** One immutable line of a member's ledger (流水). Entries are only ever added. */
export const Entry = z.discriminatedUnion('type', [
  MemberJoined,
  BillSettled,
  PointsGranted,
  CheckedIn,
  PointsTaken,
  PointsPending,
  PendingReleased,
  PendingForfeited,
  RewardClaimed,
  BillReversed,
  ClaimReversed,
  PointsExpired,
  ExpiryFrozen,
  ExpiryThawed,
  TierBought,
  TierChanged,
  ReferralAccepted,
  ReferralCounted,
  ReferralReopened,
  FriendRewarded,
  FriendWithdrawn,
  TierReviewed,
  KeepBegan,
  ReviewPaused,
  AccountCorrected,
])
export type Entry = z.infer<typeof Entry>
export { BillSettled }
export type BillSettled = z.infer<typeof BillSettled>
export type BillReversed = z.infer<typeof BillReversed>

/** How the ledger page groups entries. */
export const EntryKind = z.enum([
  'earn',
  'pending',
  'burn',
  'reverse',
  'expire',
  'tier',
  'checkIn',
  'correction',
])
export type EntryKind = z.infer<typeof EntryKind>

/** An entry in its place: numbered without gaps, with the balance after it. */
export const LedgerLine = z.object({
  /** `<member>.<seq>`: there can be only one line in a place. */
  id: z.string(),
  /** The command that wrote it, and which of its lines it is. I4. */
  key: z.string(),
  index: z.int().nonnegative(),
  member: MemberId,
  seq: z.int().positive(),
  kind: EntryKind,
  month: z.string(),
  at: Instant,
  /** Signed change of the balance, in points. */
  delta: z.int(),
  balance: Points,
  entry: Entry,
})
export type LedgerLine = z.infer<typeof LedgerLine>
