import * as z from 'zod'
import { PendingReason, PointsSource } from './account'
import { credit } from './credit'
import { BranchId, BusinessDay, Points } from './primitives'

/** Points that are his and wait (待生效). CAP-02. */
export const PointsPending = z.object({
  type: z.literal('PointsPending'),
  on: BusinessDay,
  pending: z.string(),
  source: PointsSource,
  /** The bill that earned them, as `billIdOf` names it. */
  bill: z.string().nullable(),
  about: z.string(),
  branch: BranchId.nullable(),
  points: Points.min(1),
  until: BusinessDay.nullable(),
  reason: PendingReason,
  /** The day their bill was told, where a till told it late. */
  told: BusinessDay.optional(),
  program: z.string(),
})
/** Points that waited can be used from `on` on. */
export const PendingReleased = z.object({
  type: z.literal('PendingReleased'),
  on: BusinessDay,
  pending: z.string(),
  source: PointsSource,
  /** The bill that earned them, as `billIdOf` names it; missing where none did, and in lines from before it was told. */
  bill: z.string().optional(),
  ...credit,
  program: z.string(),
})
/** Points that waited, or some of them, will not come: their order was refunded, or a person said no. */
export const PendingForfeited = z.object({
  type: z.literal('PendingForfeited'),
  on: BusinessDay,
  pending: z.string(),
  source: PointsSource,
  points: Points.min(1),
  reason: z.string(),
  /** The day in whose cap they leave room; missing where they did not count towards one, and in lines from before it was told. */
  room: BusinessDay.optional(),
})
