import * as z from 'zod'
import { Fen, RewardId } from './primitives'

/**
 * A card of stamps (集杯卡), beside points: every paid bill of at least so much is a stamp, and a full card
 * is a reward that costs nothing. CAMP-09.
 */
export const StampCard = z.strictObject({
  /** How many make it full. */
  stamps: z.int().positive(),
  /** As paid. A bill of nothing is no order and no stamp. */
  atLeast: Fen.min(1),
  /** What a full one gives. */
  reward: RewardId,
})
export type StampCard = z.infer<typeof StampCard>

/** How many stamps a claim was paid with. */
export const StampPrice = z.int().positive()

/** The card after a bill that earned a stamp. */
export const StampedCard = z.object({
  /** Below zero while a stamp that was spent has been taken back with its bill. */
  stamps: z.int(),
  of: z.int().positive(),
})
export type StampedCard = z.infer<typeof StampedCard>
