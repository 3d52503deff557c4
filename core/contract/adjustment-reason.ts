import * as z from 'zod'

/** Why a person gives or takes points (调整). */
export const AdjustmentReason = z.enum([
  /** A bill that nobody credited. */
  'MISSED_BILL',
  /** Something was typed wrong. */
  'MISTAKE',
  'APOLOGY',
  'GIFT',
  /** Points that were not come by honestly. */
  'ABUSE',
  'OTHER',
])
export type AdjustmentReason = z.infer<typeof AdjustmentReason>
