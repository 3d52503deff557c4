import * as z from 'zod'
import { Points } from './primitives'

/** A month of check-ins must stay a small thing: more at once is a typing error. */
const Given = Points.max(10_000)

/** What is given on one day of a round. C-03. */
const Milestone = z.strictObject({
  /** The day of the round, from 1. */
  day: z.int().min(1).max(31),
  points: Given.min(1),
  /** Everybody, or who is new. */
  audience: z.enum(['all', 'new']),
  /** Once in a membership, or in every round. */
  once: z.boolean(),
})
export type Milestone = z.infer<typeof Milestone>

/** Daily check-in (签到). ENG-01 to ENG-03, C-03. */
export const CheckIn = z.strictObject({
  /** For each day. */
  daily: Given,
  /** Days of a round (一轮): who checks in on all of them begins the next round. */
  round: z.int().min(1).max(31),
  milestones: z.array(Milestone).max(10),
  /** He is new in so many first days of his membership, the day of joining counted. */
  newDays: z.int().min(1).max(90),
  /** At the restaurant only, by the code of a table scanned on that day, or anywhere. ENG-10. */
  where: z.enum(['anywhere', 'restaurant']),
})
export type CheckIn = z.infer<typeof CheckIn>
