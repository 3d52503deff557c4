import * as z from 'zod'
import { BusinessDay, MemberId, PersonName, Points } from './primitives'

/** A member in front of this cashier. `visit` is our signed word that he is; it lasts 30 minutes. */
export const Guest = z.object({
  visit: z.string(),
  member: MemberId,
  name: PersonName.nullable(),
  tierName: z.string(),
  /** What he pays of a bill now, where it is taken off at the desk; 10 000 otherwise. */
  payBp: z.int(),
  /** That it is for his birthday, and for one bill. BDAY-01. */
  isBirthday: z.boolean(),
  balance: Points,
  bills: z.int(),
  joinedOn: BusinessDay,
  /** He is on the blacklist: no bill is credited to him. */
  barred: z.boolean(),
})

export const Visit = z.string().min(1).max(300)
