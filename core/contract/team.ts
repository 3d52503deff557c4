import * as z from 'zod'
import { BranchId, IdempotencyKey, Instant, MemberId, PersonName, StaffRole, TableNo } from './primitives'
import { procedure } from './procedure'

const Colleague = z.object({
  staff: MemberId,
  name: PersonName,
  role: StaffRole,
  branch: BranchId,
  branchName: z.string(),
  active: z.boolean(),
  /** Whether this is the one who asks. */
  self: z.boolean(),
  /** Whether the one who asks may remove him: never himself. */
  removable: z.boolean(),
  boundAt: Instant,
})

const Invitation = z.object({
  code: z.string(),
  name: PersonName,
  role: StaffRole,
  branchName: z.string(),
  expiresAt: Instant,
})

/** Who works here, who is invited, and who goes. SEC-03. */
export const team = {
  team: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({
      /** Of the one who asks; an admin sees all. */
      branches: z.array(z.object({ id: BranchId, name: z.string(), tables: z.array(TableNo) })),
      /** The roles that he may give. */
      appoints: z.array(StaffRole),
      colleagues: z.array(Colleague),
      invitations: z.array(Invitation),
      /** Alarms and corrections that wait for somebody, as far as they are counted. */
      waiting: z.int(),
      /** Points that wait for a second look. */
      reviews: z.int(),
    }),
    refusals: [],
  }),
  /** One code for one person, good for 48 hours. */
  inviteStaff: procedure({
    audience: 'manager',
    input: z.strictObject({ key: IdempotencyKey, name: PersonName, role: StaffRole, branch: BranchId }),
    output: z.object({ invitation: Invitation }),
    refusals: ['BRANCH_NOT_FOUND', 'ANOTHER_BRANCH', 'ABOVE_YOUR_ROLE'],
  }),
  /** Takes effect with the next thing he asks. */
  revokeStaff: procedure({
    audience: 'manager',
    input: z.strictObject({ staff: MemberId }),
    output: z.object({ staff: MemberId }),
    refusals: ['CANNOT_REVOKE_ONESELF', 'STAFF_NOT_FOUND', 'ANOTHER_BRANCH', 'ABOVE_YOUR_ROLE'],
  }),
}
