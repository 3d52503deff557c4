import * as z from 'zod'
import { PointsSource } from './account'
import { BarLifted, MemberBarred } from './bar'
import { RewardClaimed } from './claim-entry'
import { AccountCorrected } from './correction'
import { credit } from './credit'
import { Discount } from './discount'
import { Draw } from './draw'
import { EntryKind } from './entry-kind'
import { ExpiryFrozen, ExpiryThawed, PointsExpired } from './expiry-entries'
import { PendingForfeited, PendingReleased, PointsPending } from './pending-entries'
import { BranchId, BusinessDay, Fen, Instant, MemberId, Points } from './primitives'
import {
  FriendRewarded,
  FriendWithdrawn,
  ReferralAccepted,
  ReferralCounted,
  ReferralReopened,
} from './referral'
import { BillReversed, ClaimReversed } from './reversal-entries'
import { StampCard } from './stamp-card'
import { Step } from './step'
import { KeepBegan, ReviewPaused, TierBought, TierChanged, TierReviewed } from './tier-entries'

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
  /** Where our page took something off. C-51. */
  discount: Discount.optional(),
  ...credit,
  /** What it earned a stamp by (集杯); missing where it earned none. CAMP-09. */
  stamp: StampCard.pick({ atLeast: true }).optional(),
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
/** What it gave are the lines after it; what he said is kept elsewhere. EARN-13. */
const QuestionnaireAnswered = z.object({
  type: z.literal('QuestionnaireAnswered'),
  on: BusinessDay,
  questionnaire: z.string(),
  title: z.string(),
  program: z.string(),
})
/** Points taken by a person, with a reason. What he gives is granted. */
const PointsTaken = z.object({
  type: z.literal('PointsTaken'),
  on: BusinessDay,
  about: z.string(),
  drawn: z.array(Draw),
})
/** One immutable line of a member's ledger (流水). Entries are only ever added. */
export const Entry = z.discriminatedUnion('type', [
  MemberJoined,
  BillSettled,
  PointsGranted,
  CheckedIn,
  QuestionnaireAnswered,
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
  MemberBarred,
  BarLifted,
  AccountCorrected,
])
export type Entry = z.infer<typeof Entry>
export { BillSettled }
export type BillSettled = z.infer<typeof BillSettled>

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
