import * as z from 'zod'
import { BasisPoints, BusinessDay, Fen, Month, Points } from './primitives'

const TierId = z.string().regex(/^[a-z]{2,16}$/)

/**
 * What reaches a tier: each amount is a route of its own (任一条件), null is no route. All are counted
 * since he joined, or since he last lost a tier. C-24, C-25, LVL-08, LVL-09.
 */
const Reach = z.strictObject({
  /** Paid on bills (累计消费). */
  spend: Fen.min(1).nullable(),
  /** Points that bills earned (累计积分). */
  points: Points.min(1).nullable(),
  /** Of those, the points of this month and the twelve before it (近12个月积分). */
  yearPoints: Points.min(1).nullable(),
  /** Stored value loaded (累计储值). */
  load: Fen.min(1).nullable(),
})
export const Route = z.enum(['spend', 'points', 'yearPoints', 'load'])
export type Route = z.infer<typeof Route>

/** A tier (等级). The first one is everybody's and has no route. LVL-01 to LVL-09. */
export const Tier = z.strictObject({
  id: TierId,
  name: z.string().min(1).max(12),
  reach: Reach,
  multiplierBp: BasisPoints,
  /** What he pays of a bill: 9 000 is 九折. WAL-02, LVL-14. */
  payBp: z.int().min(5_000).max(10_000),
  /** In words, as the levels page tells them. LVL-12. */
  privileges: z.array(z.string().min(1).max(20)).max(8),
  /** Given when it is reached for the first time, once ever. LVL-11. */
  gift: z.strictObject({ points: Points.max(1_000_000), words: z.string().min(1).max(40) }).nullable(),
  /** Points with his first bill in the month of birth, once a year. BDAY-04. */
  birthdayGift: Points.max(1_000_000),
})
export type Tier = z.infer<typeof Tier>

/** How a tier is kept (保级). DOWN-01, DOWN-02, C-27. */
export const TierKeep = z.strictObject({
  /** Calendar quarters, or so many days of his own, counted from the day after he got the tier. */
  period: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('quarter') }),
    z.strictObject({ kind: z.literal('days'), days: z.int().min(30).max(366) }),
  ]),
  /** Spent in a period, it keeps the tier. Nothing spent loses one. */
  minSpend: Fen.min(1),
  /** Something, but too little: he keeps it, he is warned and has one more period, or he loses one. */
  tooLittle: z.enum(['keep', 'warn', 'lose']),
  /** He may put the end of a period off by one more, once in a calendar year. */
  pauses: z.boolean(),
})
export type TierKeep = z.infer<typeof TierKeep>

/** A tier that points buy for some days. C-21, RED-23. */
export const TierSale = z.strictObject({
  tier: TierId,
  points: Points.min(1).max(1_000_000),
  days: z.int().min(1).max(366),
})

/** First and last day of the time in which he must spend enough to keep his tier. */
export const KeepPeriod = z.object({ from: BusinessDay, until: BusinessDay })
export type KeepPeriod = z.infer<typeof KeepPeriod>

/** What an account knows about tiers, beside the one he has. */
export const TierProgress = z.object({
  /** Id of the tier he earned; null until he has joined. */
  tier: z.string().nullable(),
  /** The day he got it. */
  tierSince: BusinessDay.nullable(),
  /** Ids of all tiers he has ever reached: each gives its gift once. LVL-11. */
  reached: z.array(z.string()),
  /** A tier that points bought. C-21. */
  bought: z.object({ tier: z.string(), until: BusinessDay }).nullable(),
  /** What tiers count (成长值). */
  growth: z.object({
    /** The day he last lost a tier: nothing before it counts. Null when he never did. C-28. */
    since: BusinessDay.nullable(),
    /** These are less what was taken back since. I8. */
    spend: z.int(),
    points: z.int(),
    load: Fen,
    /** Points by month, oldest first: the latest and at most the twelve before it. */
    months: z.array(z.object({ month: Month, points: z.int() })),
  }),
  /** Null when nothing must be spent to keep what he has. */
  keep: KeepPeriod.extend({ spend: z.int(), warned: z.boolean() }).nullable(),
  /** The year in which he last put a review off. */
  pausedIn: z.string().nullable(),
  /** The year of his last birthday gift. BDAY-04. */
  birthdayIn: z.string().nullable(),
})
export type TierProgress = z.infer<typeof TierProgress>
