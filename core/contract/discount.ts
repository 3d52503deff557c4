import * as z from 'zod'
import { BusinessDay, Fen } from './primitives'

/** One bill on a member's birthday is paid at this price (生日折扣): 5 000 is 五折. BDAY-01, C-19. */
export const BirthdayDiscount = z.strictObject({ payBp: z.int().min(0).max(10_000) })

/** What was taken off a bill by our page: paid is `payBp` of `listed`. C-51. */
export const Discount = z.object({
  /** Missing where it was his tier's. BDAY-01. */
  reason: z.literal('birthday').optional(),
  /** The tier he had. */
  tierName: z.string(),
  payBp: z.int(),
  listed: Fen,
})
export type Discount = z.infer<typeof Discount>

/** The birthday's price as he is told of it. */
export const BirthdayPrice = z.object({
  payBp: z.int(),
  /** The next day on which a bill of his is paid at it; null while he has told no birthday. */
  next: BusinessDay.nullable(),
  isToday: z.boolean(),
})
