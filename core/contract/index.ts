import { cashier } from './cashier'
import { engagement } from './engagement'
import { tiers } from './levels'
import { mall } from './mall'
import { manager } from './manager'
import { member } from './member'
import { points } from './points'

/** Everything a mini-program may ask, keyed by cloud function, then procedure. */
export const contract = { member, points, mall, tiers, engagement, cashier, manager }

export type Contract = typeof contract
export type { AccountState, PendingPoints, PointsSource, ReleasedPoints } from './account'
export type { AdjustmentReason } from './adjustment-reason'
export type { AlarmKind } from './alarm'
export type { BarReason } from './bar'
export type { CapGroup, Caps, OverCap } from './caps'
export type { CheckIn, Milestone } from './check-in'
export type { Draw } from './draw'
export type { Campaign, Earn, Holiday } from './earning'
export type { BillSettled, Entry, LedgerLine } from './entry'
export type { EntryKind } from './entry-kind'
export type { Letter, News } from './letter'
export type { DinerTemplate, TemplateName } from './message'
export type { RefundResult, TillOrder, TillRefund, TillRefusal, TillResult } from './pos'
export type { BranchId, BusinessDay, Fen, MemberId, Points, RewardId, StaffRole } from './primitives'
export type {
  AnswerOf,
  AnyRefusal,
  OutputOf,
  Procedure,
  RefusalOf,
  Reply,
  RequestOf,
  SystemRefusal,
} from './procedure'
export type { Program, Reward } from './program'
export type { Terms } from './programs'
export type { Proposal } from './proposal'
export type { Answer, Question, Questionnaire } from './questionnaire'
export type { Referral, ReferralExclusion, ReferralRule, ReferralSide } from './referral'
export type { Remark } from './remark'
export type { Reminders } from './reminders'
export type { BillReversed, ClaimReversed } from './reversal-entries'
export type { StampCard, StampedCard } from './stamp-card'
export type { Step } from './step'
export type { KeepPeriod, Route, Tier, TierKeep, TierProgress } from './tiers'
