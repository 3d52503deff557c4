import * as z from 'zod'
import { Points } from './primitives'

/** What has a daily cap of its own (每日上限). C-10. */
export const CapGroup = z.enum(['spend', 'engage', 'referral', 'grant'])
export type CapGroup = z.infer<typeof CapGroup>

/** What becomes of points beyond the cap of their day. CAP-01, CAP-02. */
export const OverCap = z.enum([
  /** They are not given. */
  'drop',
  /** They come on the next seven business days, within those days' caps; what finds no room is reviewed. */
  'later',
  /** They wait until a person has looked at them. */
  'review',
])
export type OverCap = z.infer<typeof OverCap>

const Cap = z.strictObject({
  /** For one member on one business day. */
  points: Points.min(1).max(1_000_000),
  over: OverCap,
})

/** Null is no cap. */
export const Caps = z.strictObject({
  /** Bills. */
  spend: Cap.nullable(),
  /** Check-in and tasks. */
  engage: Cap.nullable(),
  referral: Cap.nullable(),
  /** Gifts: of a tier. */
  grant: Cap.nullable(),
})
export type Caps = z.infer<typeof Caps>
