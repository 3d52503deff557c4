import * as z from 'zod'
import { BasisPoints, BusinessDay, Fen, MemberId, Points } from './primitives'

/** What is given at once: more is a typing error. */
const Bonus = Points.min(1).max(1_000_000)

/**
 * One rule of the referral programme (推荐有礼). There is no trigger for sharing and no second level:
 * what the platform and the law forbid cannot be written down. C-20, C-47.
 */
const ReferralRule = z.strictObject({
  /** The friend joins; pays his first order; loads stored value, which never happens where there is none. */
  trigger: z.enum(['register', 'firstPaidOrder', 'load']),
  /** Who gets it: who invites, who is invited, or both. */
  beneficiary: z.enum(['referrer', 'referee', 'both']),
  /** Points for each of them, or a share of the order's yuan in basis points. REF-01, REF-02. */
  formula: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), points: Bonus }),
    z.strictObject({ kind: z.literal('share'), bp: BasisPoints.min(1).max(10_000) }),
  ]),
  /** Orders from this amount on; 0 for joining. */
  atLeast: Fen,
})
export type ReferralRule = z.infer<typeof ReferralRule>

export const Referral = z.strictObject({
  rules: z.array(ReferralRule).min(1).max(6),
  /** Rewards that who invites gets in a calendar month; null for any number. RISK-09, REF-03. */
  perMonth: z.int().min(1).max(1000).nullable(),
  /** Days from the order until it is refund-safe (可退期) and its rewards can be used. REF-07. */
  pendingDays: z.int().min(0).max(90),
})
export type Referral = z.infer<typeof Referral>

/** Why a referral counts for nobody although its code is somebody's. RISK-01. */
export const ReferralExclusion = z.enum(['STAFF'])
export type ReferralExclusion = z.infer<typeof ReferralExclusion>

/** Which of the two something is for. */
export const ReferralSide = z.enum(['referrer', 'referee'])
export type ReferralSide = z.infer<typeof ReferralSide>

/** Who brought him, and what became of it. REF-04. */
export const ReferredBy = z.object({
  member: MemberId,
  /** Null when it may count. */
  excluded: ReferralExclusion.nullable(),
  /** The bill that counts, as `billIdOf` names it, when it is refund-safe, and to whom its rewards were sent; null while it is awaited. */
  order: z.object({ bill: z.string(), safeOn: BusinessDay, sides: z.array(ReferralSide) }).nullable(),
  /** From whom rewards of bills that were refunded were withdrawn, and with which turn last. */
  withdrawn: z.array(z.object({ side: ReferralSide, turn: z.int().positive() })),
  /** Bills that counted so far, those included that were refunded. */
  turn: z.int().nonnegative(),
})

/** What he got for his friends. */
export const Referrals = z.object({
  /** The latest month (`YYYY-MM`) he got any in, and how many rewards. RISK-09. */
  month: z.string(),
  rewards: z.int().nonnegative(),
  /** Points in all, those that wait included. */
  points: Points,
})

/** He came by a friend's code; what follows from it for either of them is in `excluded`. */
export const ReferralAccepted = z.object({
  type: z.literal('ReferralAccepted'),
  on: BusinessDay,
  by: MemberId,
  excluded: ReferralExclusion.nullable(),
})
/** The order that the referral waited for. */
export const ReferralCounted = z.object({
  type: z.literal('ReferralCounted'),
  on: BusinessDay,
  bill: z.string(),
  safeOn: BusinessDay,
  sides: z.array(ReferralSide),
})
/** That order was refunded before it was refund-safe: the next one may count. */
export const ReferralReopened = z.object({
  type: z.literal('ReferralReopened'),
  on: BusinessDay,
  bill: z.string(),
  sides: z.array(ReferralSide),
})
/** A friend counted for who invited him. The points are in a line of their own. */
export const FriendRewarded = z.object({
  type: z.literal('FriendRewarded'),
  on: BusinessDay,
  friend: MemberId,
  points: Points,
})
/** A friend's order was refunded before its rewards could be used. */
export const FriendWithdrawn = z.object({
  type: z.literal('FriendWithdrawn'),
  on: BusinessDay,
  friend: MemberId,
  points: Points,
  /** The month in which the reward was counted. */
  month: z.string(),
})
