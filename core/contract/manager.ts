import * as z from 'zod'
import { Alarm, AuditRun, Proposal } from './alarm'
import { StaffRole } from './cashier'
import { BranchId, BusinessDay, IdempotencyKey, Instant, MemberId, PersonName, TableNo } from './primitives'
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
      /** Alarms and proposals that wait for somebody, as far as they are counted. */
      waiting: z.int(),
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
  /** What should be looked at, newest first, and how the last night's audit ended. OPS-01, RISK-08. */
  alarms: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({ alarms: z.array(Alarm), audit: AuditRun.nullable(), today: BusinessDay }),
    refusals: [],
  }),
  /** Somebody has seen it. */
  acknowledgeAlarm: procedure({
    audience: 'manager',
    input: z.strictObject({ alarm: z.string().min(1).max(160) }),
    output: z.object({ alarm: z.string() }),
    refusals: ['ALARM_NOT_FOUND'],
  }),
  /** Corrections that wait for a person, newest first. */
  proposals: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({ proposals: z.array(Proposal) }),
    refusals: [],
  }),
  /** Once, by somebody else than who proposed it. */
  decideProposal: procedure({
    audience: 'manager',
    input: z.strictObject({ key: IdempotencyKey, proposal: z.string().min(1).max(64), approve: z.boolean() }),
    output: z.object({ proposal: z.string(), approved: z.boolean() }),
    refusals: [
      'PROPOSAL_NOT_FOUND',
      'PROPOSER_CANNOT_APPROVE',
      'PROPOSAL_ALREADY_DECIDED',
      'PROPOSAL_OUTDATED',
    ],
  }),
}
