import * as z from 'zod'
import { BusinessDay, MemberId, PersonName, Points } from './primitives'

/** A member in front of this cashier. `visit` is our signed word that he is; it lasts 30 minutes. */
export const Guest = z.object({
  visit: z.string(),
  member: MemberId,
  name: PersonName.nullable(),
  tierName: z.string(),
  balance: Points,
  bills: z.int(),
  joinedOn: BusinessDay,
})

export const Visit = z.string().min(1).max(300)
