import * as z from 'zod'
import { Draw } from './draw'
import { BusinessDay } from './primitives'

export const PointsExpired = z.object({
  type: z.literal('PointsExpired'),
  on: BusinessDay,
  drawn: z.array(Draw),
})
/** From `on` on nothing of his expires. EXP-08. */
export const ExpiryFrozen = z.object({
  type: z.literal('ExpiryFrozen'),
  on: BusinessDay,
  graceDays: z.int().positive(),
  program: z.string(),
})
/** His points expire again, none of them before `through` is over. C-14. */
export const ExpiryThawed = z.object({
  type: z.literal('ExpiryThawed'),
  on: BusinessDay,
  through: BusinessDay,
  program: z.string(),
})
