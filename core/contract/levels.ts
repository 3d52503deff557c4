import * as z from 'zod'
import { BirthdayPrice } from './discount'
import { LedgerLine } from './entry'
import { BasisPoints, BusinessDay, Fen, IdempotencyKey, Points } from './primitives'
import { procedure } from './procedure'
import { Route, TierKeep } from './tiers'

/** A way to a tier, and how far he is on it; fen or points. */
const Way = z.object({ route: Route, asked: z.int(), missing: z.int(), progressBp: BasisPoints })

/** A tier as a step of his ladder. LVL-12. */
const Rung = z.object({
  id: z.string(),
  name: z.string(),
  /** He is above it, on it, or below it. */
  place: z.enum(['passed', 'here', 'ahead']),
  multiplierBp: BasisPoints,
  payBp: z.int(),
  privileges: z.array(z.string()),
  birthdayGift: Points,
  /** `given` when he has had it. LVL-11. */
  gift: z.object({ points: Points, words: z.string(), given: z.boolean() }).nullable(),
  /** Nearest first; none for the first tier. */
  ways: z.array(Way),
  sale: z.object({ points: Points, days: z.int() }).nullable(),
})

/** What keeps his tier, to the fen and the day. DOWN-02. */
const Keeping = z.object({
  from: BusinessDay,
  until: BusinessDay,
  spent: Fen,
  minSpend: Fen,
  missing: Fen,
  progressBp: BasisPoints,
  tooLittle: TierKeep.shape.tooLittle,
  /** Too little was spent last time: now it must be enough. */
  warned: z.boolean(),
  /** The tier he has otherwise. */
  below: z.string(),
  /** What a pause would make of the last day; null when there is none this year. */
  pauseUntil: BusinessDay.nullable(),
})

export const tiers = {
  /** The ladder, where he stands, what keeps him there, and how he came there. LVL-12. */
  levels: procedure({
    audience: 'diner',
    input: z.strictObject({}),
    output: z.object({
      balance: Points,
      tierName: z.string(),
      /** The tier he earned, where he has bought a higher one, and until when. C-21. */
      bought: z.object({ until: BusinessDay, earnedName: z.string() }).nullable(),
      since: BusinessDay.nullable(),
      ladder: z.array(Rung),
      keep: Keeping.nullable(),
      /** Null where there is none. BDAY-01. */
      birthdayPrice: BirthdayPrice.nullable(),
      /** Lines about tiers, newest first. */
      history: z.array(LedgerLine),
    }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /** Burns points for a tier, from the lots that expire soonest. C-21. */
  buy: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey, tier: z.string().max(16) }),
    output: z.object({ tierName: z.string(), until: BusinessDay, balance: Points }),
    refusals: ['NOT_A_MEMBER', 'BARRED', 'TIER_NOT_FOR_SALE', 'TIER_NOT_HIGHER', 'INSUFFICIENT_POINTS'],
  }),
  /** Puts the review off by one period, once in a calendar year. DOWN-02. */
  pause: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey }),
    output: z.object({ until: BusinessDay }),
    refusals: ['NOT_A_MEMBER', 'PAUSE_NOT_OFFERED', 'NOTHING_TO_KEEP', 'PAUSE_USED'],
  }),
}
