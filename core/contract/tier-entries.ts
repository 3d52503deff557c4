import * as z from 'zod'
import { Draw } from './draw'
import { BusinessDay, Fen } from './primitives'
import { KeepPeriod } from './tiers'

/** Points that leave for a tier; that he has it is said by the `TierChanged` after it. C-21. */
export const TierBought = z.object({
  type: z.literal('TierBought'),
  on: BusinessDay,
  tier: z.string(),
  tierName: z.string(),
  days: z.int().positive(),
  drawn: z.array(Draw),
  program: z.string(),
})
export const TierChanged = z.object({
  type: z.literal('TierChanged'),
  on: BusinessDay,
  /** Reached what it takes; did not keep the last one; only a bill that was taken back had reached it; bought; what was bought is over. */
  why: z.enum(['reached', 'notKept', 'takenBack', 'bought', 'ended']),
  from: z.string(),
  fromName: z.string(),
  to: z.string(),
  toName: z.string(),
  /** Ids of the tiers climbed, the new one last. C-26. */
  climbed: z.array(z.string()),
  /** When it must be kept; null when it need not be. */
  keep: KeepPeriod.nullable(),
  /** Its last day, where it was bought. */
  until: BusinessDay.nullable(),
  /** What had been spent in the period that was reviewed, and what it would have taken. */
  spent: Fen.nullable(),
  minSpend: Fen.nullable(),
  program: z.string(),
})
/** The tier stays: enough was spent, or he is warned and has one more period. C-27. */
export const TierReviewed = z.object({
  type: z.literal('TierReviewed'),
  on: BusinessDay,
  outcome: z.enum(['kept', 'warned']),
  tier: z.string(),
  tierName: z.string(),
  spent: Fen,
  /** Null when nothing must be spent any more. */
  minSpend: Fen.nullable(),
  keep: KeepPeriod.nullable(),
  program: z.string(),
})
/** The restaurant has begun to ask something for keeping the tier he had already. */
export const KeepBegan = z.object({
  type: z.literal('KeepBegan'),
  on: BusinessDay,
  tier: z.string(),
  tierName: z.string(),
  keep: KeepPeriod,
  program: z.string(),
})
/** He put the review off. DOWN-02. */
export const ReviewPaused = z.object({
  type: z.literal('ReviewPaused'),
  on: BusinessDay,
  tier: z.string(),
  tierName: z.string(),
  /** The new last day. */
  until: BusinessDay,
  program: z.string(),
})
