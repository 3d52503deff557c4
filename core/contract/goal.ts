import * as z from 'zod'
import { BasisPoints, Fen, Points, RewardId } from './primitives'

/** A reward as a goal: what it is and how far it still is. MALL-07. */
export const Goal = z.object({
  id: RewardId,
  name: z.string(),
  picture: z.string(),
  points: Points,
  worth: Fen,
  missing: Points,
  progressBp: BasisPoints,
})
