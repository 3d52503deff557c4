import * as z from 'zod'
import { StaffRole } from './cashier'
import { BranchId, IdempotencyKey, Instant, MemberId, PersonName, TableNo } from './primitives'
import { procedure } from './procedure'

const Colleague = z.object({
  staff: MemberId,
  name: PersonName,
  role: StaffRole,
  branch: BranchId,
  branchName: z.string(),
  active: z.boolean(),
  /** Whether this is the manager who asks: nobody removes himself. */
  self: z.boolean(),
  boundAt: Instant,
})

const Invitation = z.object({
  code: z.string(),
  name: PersonName,
  role: StaffRole,
  branchName: z.string(),
  expiresAt: Instant,
})

export const manager = {
  team: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({
      branches: z.array(z.object({ id: BranchId, name: z.string(), tables: z.array(TableNo) })),
      colleagues: z.array(Colleague),
      invitations: z.array(Invitation),
    }),
    refusals: [],
  }),
  /** One code for one person, good for 48 hours. */
  inviteStaff: procedure({
    audience: 'manager',
    input: z.strictObject({ key: IdempotencyKey, name: PersonName, role: StaffRole, branch: BranchId }),
    output: z.object({ invitation: Invitation }),
    refusals: ['BRANCH_NOT_FOUND'],
  }),
  /** Takes effect with the next thing he asks. */
  revokeStaff: procedure({
    audience: 'manager',
    input: z.strictObject({ staff: MemberId }),
    output: z.object({ staff: MemberId }),
    refusals: ['STAFF_NOT_FOUND', 'CANNOT_REVOKE_ONESELF'],
  }),
}
