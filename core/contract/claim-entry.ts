import * as z from 'zod'
import { Draw } from './draw'
import { BusinessDay, Points, RewardId } from './primitives'
import { StampPrice } from './stamp-card'

/** A reward is his for points, or for a full card of stamps: its code is issued. RED-12, CAMP-09. */
export const RewardClaimed = z.object({
  type: z.literal('RewardClaimed'),
  on: BusinessDay,
  reward: RewardId,
  rewardName: z.string(),
  redemption: z.string(),
  drawn: z.array(Draw),
  /** The campaign for which it cost less than the usual points; missing where none made it cheaper. CAMP-04. */
  exchange: z.object({ campaign: z.string(), name: z.string(), bp: z.int(), usual: Points }).optional(),
  /** Of a full card, which costs no points; missing where points paid. CAMP-09. */
  stamps: StampPrice.optional(),
  /** The business day whose limit it counts towards; missing where the reward has none. RISK-10. */
  ofDay: BusinessDay.optional(),
  /** The attempt that took the stock, where the reward has a finite one. */
  token: z.string().nullable(),
  program: z.string(),
})
