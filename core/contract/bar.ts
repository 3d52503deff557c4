import * as z from 'zod'
import { BusinessDay } from './primitives'

/** Why somebody is on the blacklist (黑名单). RISK-04. */
export const BarReason = z.enum([
  /** Points are turned into money. */
  'CASH_OUT',
  /** Bills that nobody ate. */
  'FALSE_BILLS',
  /** One person as several members. */
  'MANY_ACCOUNTS',
  'OTHER',
])
export type BarReason = z.infer<typeof BarReason>

/** That somebody is barred: what he has stays his, and nothing comes or goes. */
export const Barred = z.object({
  since: BusinessDay,
  /** The last day; null until a person lifts it. */
  until: BusinessDay.nullable(),
  /** As he reads it. */
  reason: z.string(),
})

export const MemberBarred = z.object({
  type: z.literal('MemberBarred'),
  on: BusinessDay,
  until: BusinessDay.nullable(),
  reason: z.string(),
  /** His points stand still meanwhile, and live for so many days at least when it is over. */
  graceDays: z.int().positive(),
  by: z.string(),
  program: z.string(),
})
export const BarLifted = z.object({
  type: z.literal('BarLifted'),
  on: BusinessDay,
  /** Why, and who; null where its last day is over. */
  reason: z.string().nullable(),
  by: z.string().nullable(),
  /** The day to which the end of his keep period is moved; null where he has none. */
  keepUntil: BusinessDay.nullable(),
  program: z.string(),
})
