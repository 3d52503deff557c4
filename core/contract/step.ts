import * as z from 'zod'
import { OverCap } from './caps'
import { BusinessDay, Fen, Points } from './primitives'

/** Running result after a step, in points, floored for display; only the last one was rounded for good. */
const after = { points: Points }

/**
 * One step of a calculation, in the order it was taken, with all it takes to take it again. UX-06.
 * What has a `bp` multiplies, what has a `bonus` adds, `dailyCap` ends it; `combined` says what the multipliers come to
 * where that is not their product.
 */
export const Step = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('base'), amount: Fen, pointsPerYuan: z.int(), ...after }),
  z.object({ rule: z.literal('tier'), tier: z.string(), bp: z.int(), ...after }),
  z.object({ rule: z.literal('birthday'), window: z.enum(['month', 'day']), bp: z.int(), ...after }),
  z.object({ rule: z.literal('nthOfMonth'), nth: z.int(), bp: z.int(), ...after }),
  z.object({ rule: z.literal('newMember'), until: BusinessDay, bp: z.int(), ...after }),
  z.object({ rule: z.literal('firstOrderMultiplier'), bp: z.int(), ...after }),
  z.object({
    rule: z.literal('campaignMultiplier'),
    campaign: z.string(),
    name: z.string(),
    bp: z.int(),
    ...after,
  }),
  z.object({ rule: z.literal('combined'), how: z.enum(['max', 'add', 'most']), bp: z.int(), ...after }),
  z.object({ rule: z.literal('firstOrderBonus'), bonus: Points, ...after }),
  z.object({ rule: z.literal('jubilee'), nth: z.int(), bonus: Points, ...after }),
  z.object({ rule: z.literal('threshold'), amount: Fen, bonus: Points, ...after }),
  z.object({
    rule: z.literal('campaignAddition'),
    campaign: z.string(),
    name: z.string(),
    bonus: Points,
    ...after,
  }),
  /** The last step where the cap of the day was reached: `left` of it are given, `excess` are not yet. CAP-01. */
  z.object({
    rule: z.literal('dailyCap'),
    cap: Points,
    left: Points,
    excess: Points,
    over: OverCap,
    ...after,
  }),
])
export type Step = z.infer<typeof Step>
