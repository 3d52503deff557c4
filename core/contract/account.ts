import * as z from 'zod'
import { Barred } from './bar'
import { CapGroup } from './caps'
import { BranchId, BusinessDay, Fen, Month, Points, RewardId } from './primitives'
import { Referrals, ReferredBy } from './referral'
import { TierProgress } from './tiers'

/** What points are given for, beside bills (积分来源). */
export const PointsSource = z.enum([
  /** Daily check-in (签到) and its milestones. ENG-01, ENG-03. */
  'checkIn',
  /** The new member's seven days. ENG-02. */
  'newMemberTask',
  /** A questionnaire answered (填写问卷). EARN-13. */
  'questionnaire',
  /** Name and birthday told (完善资料). EARN-10. */
  'profile',
  /** Referral (推荐有礼), to either side. REF-01 to REF-03, REF-07. */
  'referral',
  /** The gift of a tier reached for the first time. LVL-11. */
  'tierGift',
  /** His tier's gift for the month of birth. BDAY-04. */
  'birthdayGift',
  /** The anniversary of his joining (周年礼). BDAY-05. */
  'anniversary',
  /** What a bill earned beyond a cap of its day. CAP-01. */
  'bill',
  /** Given by a person, with a reason. */
  'adjustment',
])
export type PointsSource = z.infer<typeof PointsSource>

/** Why points wait. */
export const PendingReason = z.enum([
  /** The cap of their day was reached; they come on the next days. CAP-01. */
  'dailyCap',
  /** A person looks at them first. CAP-02. */
  'review',
  /** The order they stand for may still be refunded. REF-07. */
  'refundSafe',
])

/** Points that are his and cannot be used yet (待生效). */
export const PendingPoints = z.object({
  /** Unique for the member. */
  id: z.string(),
  source: PointsSource,
  /** What exactly for, as the member reads it. */
  about: z.string(),
  /** Where they were earned; null when that was nowhere. */
  branch: BranchId.nullable(),
  /** The bill that earned them, as `billIdOf` names it; null where none did. Reversed, it takes them along. */
  bill: z.string().nullable(),
  points: Points.min(1),
  /** What of them went with parts of their bill; missing while none did. I8. */
  lost: Points.min(1).optional(),
  since: BusinessDay,
  /** The first day on which they can be used; null until somebody decides. */
  until: BusinessDay.nullable(),
  reason: PendingReason,
  /** The day their bill was told, where that was later: nothing is asked of him for a day before. DOWN-02. */
  told: BusinessDay.optional(),
})
export type PendingPoints = z.infer<typeof PendingPoints>

/** Points of a bill that waited and have come since: while the bill can be reversed, it takes them along. I8. */
const ReleasedPoints = z.object({
  /** As it waited. */
  pending: z.string(),
  /** The bill that earned them, as `billIdOf` names it. */
  bill: z.string(),
  paidOn: BusinessDay,
  /** The lot they made. */
  lot: BusinessDay,
  /** The day whose cap they count towards; null where a person let them through. */
  countedOn: BusinessDay.nullable(),
  /** All that the bill earned there: what came, and what had gone before it came. */
  points: Points,
  /** What of them went with parts of their bill, before they came or since. */
  lost: Points,
})
export type ReleasedPoints = z.infer<typeof ReleasedPoints>

/** What a ledger adds up to: always the fold of a member's entries. */
export const AccountState = z.object({
  /** Open lots (批次), soonest to expire first. Points that expire on one day are one lot. */
  lots: z.array(z.object({ expiresOn: BusinessDay, left: Points })),
  /** Since when nothing of his expires (冻结), and the days of grace he was promised for when it ends. C-14. */
  frozen: z.object({ since: BusinessDay, graceDays: z.int().positive() }).nullable(),
  /** Points he owes (欠分): taken back when he had used them. What he earns pays it first. */
  debt: Points,
  /** Points that wait, oldest first. */
  pending: z.array(PendingPoints),
  /** How often points have waited: numbers the next that do. */
  waited: z.int().nonnegative(),
  /** What counts towards the caps of the latest days; 0 where all of it was taken back. CAP-01, CAP-04. */
  towardsCaps: z.array(z.object({ day: BusinessDay, group: CapGroup, points: Points })),
  ...TierProgress.shape,
  /** Everything ever paid on bills. */
  qualifyingSpend: Fen,
  /** Bills with something to pay, so far. The first order is the one that finds 0 here. */
  bills: z.int().nonnegative(),
  /** Those of the latest month he paid any in; null before the first. EARN-17. */
  monthly: z.object({ month: Month, bills: z.int().nonnegative() }).nullable(),
  /**
   * What bills have lost by reversal (退单), as `billIdOf` names them, and of the points that came with them:
   * as long as they can be reversed. I8.
   */
  reversed: z.array(z.object({ bill: z.string(), paidOn: BusinessDay, amount: Fen, points: Points })),
  /** Points that bills made later, as long as those can be reversed; missing before the first. I8. */
  released: z.array(ReleasedPoints).optional(),
  /** What lots still held when they expired, as long as a bill that made one can be reversed. */
  lapsed: z.array(z.object({ lot: BusinessDay, points: Points.min(1) })),
  /** Null when nobody brought him. */
  referredBy: ReferredBy.nullable(),
  /** Null before his first reward for a friend. */
  referrals: Referrals.nullable(),
  /** His latest check-in (签到); null before the first. ENG-01. */
  checkIn: z
    .object({
      on: BusinessDay,
      /** Days in a row up to that one (连续签到). */
      streak: z.int().positive(),
      /** Milestones that are reached once in a membership and that he has had. */
      had: z.array(z.string()),
    })
    .nullable(),
  /** The latest anniversary of his joining that he was given something for; missing before the first. BDAY-05. */
  anniversary: BusinessDay.optional(),
  /** Jubilees he has had, and the bill that earned each, as `billIdOf` names it; missing before the first. BDAY-05. */
  jubilees: z.array(z.object({ nth: z.int(), bill: z.string() })).optional(),
  /** Questionnaires he has answered, by their ids; missing before the first. EARN-13. */
  answered: z.array(z.string()).optional(),
  /** The bill that had the price of his latest birthday, as `billIdOf` names it; missing before the first. BDAY-01. */
  birthdayBill: z.object({ on: BusinessDay, bill: z.string() }).optional(),
  /**
   * Stamps on his card (集杯), those beyond a full one too; below zero while one that was spent has been taken
   * back with its bill; missing before the first. CAMP-09.
   */
  stamps: z.int().optional(),
  /** How often he claimed what he may claim so often a day, on the latest such day; missing before. RISK-10. */
  claimed: z
    .object({ day: BusinessDay, rewards: z.array(z.object({ reward: RewardId, times: z.int().positive() })) })
    .optional(),
  /** Missing while he is not barred (黑名单). RISK-04. */
  barred: Barred.optional(),
})
export type AccountState = z.infer<typeof AccountState>
