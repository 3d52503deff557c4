import * as z from 'zod'
import { BasisPoints, BranchId, BusinessDay, Fen, Points, RewardId } from './primitives'

/** What is given at once: more is a typing error, and sums stay far from where whole numbers end. */
const Bonus = Points.max(1_000_000)

/** First order (首单): a flat bonus, one from an amount on, or a multiplier. C-02. */
const FirstOrder = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('flat'), points: Bonus }),
  z.strictObject({ mode: z.literal('threshold'), amount: Fen, points: Bonus }),
  z.strictObject({ mode: z.literal('multiplier'), bp: BasisPoints }),
])

/** Holidays by name; their days follow the calendar, the lunar ones as well. EARN-28. */
export const Holiday = z.enum([
  'new-year',
  'spring-festival',
  'lantern',
  'valentine',
  'labour-day',
  'dragon-boat',
  'qixi',
  'mid-autumn',
  'national-day',
  'double-ninth',
  'christmas',
])
export type Holiday = z.infer<typeof Holiday>

/** On which days of its time a campaign runs. CAMP-03: member day (会员日) is the 18th of each month. */
const CampaignDays = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every') }),
  /** 1 is Monday, 7 is Sunday. */
  z.strictObject({ kind: z.literal('weekdays'), weekdays: z.array(z.int().min(1).max(7)).min(1) }),
  z.strictObject({ kind: z.literal('monthDays'), days: z.array(z.int().min(1).max(31)).min(1) }),
  z.strictObject({ kind: z.literal('holidays'), holidays: z.array(Holiday).min(1) }),
])

/** What a campaign (活动) gives: more points for a bill, or rewards for fewer. CAMP-01. */
const Effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('multiplier'), bp: BasisPoints.min(10_001) }),
  z.strictObject({ kind: z.literal('addition'), points: Bonus.min(1) }),
  /** Rewards cost `bp` of their points: 5 000 is half. Null for all of them. CAMP-04, EARN-28. */
  z.strictObject({
    kind: z.literal('exchange'),
    bp: BasisPoints.min(1).max(9_999),
    rewards: z.array(RewardId).min(1).nullable(),
  }),
])

export const Campaign = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(16),
  /** First and last day. */
  from: BusinessDay,
  to: BusinessDay,
  days: CampaignDays,
  /** Null for every branch, and where it makes rewards cheaper: nobody claims at a branch. */
  branches: z.array(BranchId).min(1).nullable(),
  /** Ids of tiers; null for every member. */
  tiers: z.array(z.string()).min(1).nullable(),
  /** Bills from this amount on; 0 where it makes rewards cheaper: a claim is no bill. */
  atLeast: Fen,
  effect: Effect,
})
export type Campaign = z.infer<typeof Campaign>

/** How several multipliers and additions of one bill go together (叠加). C-07. */
const Stacking = z.strictObject({
  /** ×1.2 and ×2 are ×2.4, ×2 or ×2.2. */
  combine: z.enum(['multiply', 'max', 'add']),
  /** Whether additions are multiplied as well. EARN-27. */
  multiplyAdditions: z.boolean(),
  /** No bill is multiplied by more; null for ×100, which no bill ever is multiplied by. */
  mostBp: BasisPoints.min(10_000).nullable(),
})

/** Points on each anniversary of joining (周年礼) from a day on: those before it give nothing. BDAY-05. */
export const Anniversary = z.strictObject({ points: Bonus.min(1), from: BusinessDay })
export type Anniversary = z.infer<typeof Anniversary>

/** What a bill earns. EARN-01 to EARN-09, EARN-15 to EARN-17, EARN-25, EARN-27, EARN-28. */
export const Earn = z.strictObject({
  /** Points for one yuan of a bill. EARN-02. */
  pointsPerYuan: z.int().min(0).max(100),
  /** Granted on joining. EARN-03, EARN-04, C-01. */
  registration: Bonus,
  /** Given once, to who has told his name and his birthday. EARN-10. */
  profile: Bonus,
  firstOrder: FirstOrder.nullable(),
  /** Multiplier of bills in the month, or on the day, of birth. EARN-05, C-19. */
  birthday: z.strictObject({ window: z.enum(['month', 'day']), bp: BasisPoints }).nullable(),
  /** Multiplier of the first, third, fifth … bill of a month. EARN-17. */
  nthOfMonth: z.strictObject({ orders: z.array(z.int().min(1).max(100)).min(1), bp: BasisPoints }).nullable(),
  /** Multiplier of every bill in the first days of a membership, the day of joining counted. EARN-25. */
  newMember: z.strictObject({ days: z.int().min(1).max(90), bp: BasisPoints }).nullable(),
  /** Spend thresholds (满额加赠): of those a bill reaches, the highest counts. EARN-15. */
  thresholds: z.array(z.strictObject({ amount: Fen.min(1), points: Bonus.min(1) })).max(20),
  /** Points on top of the n-th bill of a membership (百次纪念), each once. Programmes from before it have none. BDAY-05. */
  jubilees: z
    .array(z.strictObject({ bill: z.int().min(2).max(10_000), points: Bonus.min(1) }))
    .max(10)
    .default([]),
  campaigns: z.array(Campaign).max(50),
  stacking: Stacking,
})
export type Earn = z.infer<typeof Earn>
