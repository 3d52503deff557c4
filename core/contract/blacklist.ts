import * as z from 'zod'
import { BarReason, Barred } from './bar'
import { BusinessDay, IdempotencyKey, MemberId, PersonName, Points, Reason } from './primitives'
import { procedure } from './procedure'

/** The longest a bar lasts that ends by itself. */
const TEN_YEARS = 3650

/** What managers do to who cheats. RISK-04. */
export const blacklist = {
  /** Everybody who is barred, the latest first, at most a hundred. */
  barred: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({
      members: z.array(
        Barred.extend({
          member: MemberId,
          name: PersonName.nullable(),
          balance: Points,
          /** Whether he is the one who asks: somebody else lifts it. */
          own: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  /** From this moment on. The member reads why and until when. */
  bar: procedure({
    audience: 'manager',
    input: z.strictObject({
      key: IdempotencyKey,
      member: MemberId,
      reason: BarReason,
      note: Reason,
      /** Today counted; null until somebody lifts it. */
      days: z.int().min(1).max(TEN_YEARS).nullable(),
    }),
    output: z.object({ member: MemberId, until: BusinessDay.nullable() }),
    refusals: ['MEMBER_NOT_FOUND', 'OWN_ACCOUNT', 'ALREADY_BARRED'],
  }),
  liftBar: procedure({
    audience: 'manager',
    input: z.strictObject({ key: IdempotencyKey, member: MemberId, note: Reason }),
    output: z.object({ member: MemberId }),
    refusals: ['MEMBER_NOT_FOUND', 'OWN_ACCOUNT', 'NOT_BARRED'],
  }),
}
