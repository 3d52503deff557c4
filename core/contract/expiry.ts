import * as z from 'zod'

/** How long points live. EXP-01, C-11. */
export const Expiry = z.strictObject({
  /** Calendar months, to the end of the business day; null for ever. */
  months: z.int().min(1).max(120).nullable(),
  /** Days for which points of a reversed claim can be used that would have expired meanwhile. C-50. */
  returnedDays: z.int().min(1).max(365),
  /** Nothing of a member of these tiers expires; leaving them, his points live for so many days at least. EXP-08, C-14. */
  exempt: z
    .strictObject({ tiers: z.array(z.string()).min(1), graceDays: z.int().min(90).max(730) })
    .nullable(),
})
