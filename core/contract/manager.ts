import * as z from 'zod'
import { Action } from './action'
import { adjustments } from './adjustments'
import { Alarm, AuditRun } from './alarm'
import { answers } from './answers'
import { blacklist } from './blacklist'
import { credits } from './credits'
import { ProcedureHealth } from './health'
import { Telling } from './letter'
import { ManagerTemplate } from './message'
import { BusinessDay, IdempotencyKey, MemberId } from './primitives'
import { procedure } from './procedure'
import { programs } from './programs'
import { Proposal } from './proposal'
import { team } from './team'

/** Records on one page of the trail. */
export const TRAIL_PAGE = 50

export const manager = {
  ...programs,
  ...adjustments,
  ...credits,
  ...blacklist,
  ...answers,
  ...team,
  /** Newest first; `before` is the record to go on from. A manager sees his branch, an admin all. SEC-02. */
  trail: procedure({
    audience: 'manager',
    input: z.strictObject({
      staff: MemberId.optional(),
      /** `<function>.<procedure>` */
      procedure: z.string().min(1).max(60).optional(),
      day: BusinessDay.optional(),
      member: MemberId.optional(),
      before: z.string().min(1).max(80).optional(),
    }),
    output: z.object({ actions: z.array(Action), next: z.string().nullable() }),
    refusals: [],
  }),
  /** What should be looked at, newest first, and how the last night's audit ended. OPS-01, RISK-08. */
  alarms: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({
      alarms: z.array(Alarm),
      audit: AuditRun.nullable(),
      today: BusinessDay,
      /** What this manager can be told by message: the id WeChat asks him about, and how many he still allows. */
      messages: z.object({ template: ManagerTemplate, templateId: z.string(), left: z.int() }),
    }),
    refusals: [],
  }),
  /** He pressed "allow" in WeChat's dialog: one message of each template. OPS-01. */
  allowMessages: procedure({
    audience: 'manager',
    input: z.strictObject({ key: IdempotencyKey, template: ManagerTemplate }),
    output: z.object({ left: z.int() }),
    refusals: [],
  }),
  /** What members were told by message in seven days, newest first; of one member, as far back as it is kept. */
  tellings: procedure({
    audience: 'manager',
    input: z.strictObject({ member: MemberId.optional() }),
    output: z.object({
      tellings: z.array(Telling),
      /** Whether there were more than are shown. */
      more: z.boolean(),
    }),
    refusals: [],
  }),
  /** How often, how fast and how well everything was answered, today and in a week. OPS-01. */
  health: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({ procedures: z.array(ProcedureHealth), today: BusinessDay }),
    refusals: [],
  }),
  /** Somebody has seen it. */
  acknowledgeAlarm: procedure({
    audience: 'manager',
    input: z.strictObject({ alarm: z.string().min(1).max(160) }),
    output: z.object({ alarm: z.string() }),
    refusals: ['ALARM_NOT_FOUND'],
  }),
  /** Corrections and adjustments that wait for a person, newest first. */
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
      'OWN_ACCOUNT',
      'PROPOSAL_ALREADY_DECIDED',
      'PROPOSAL_OUTDATED',
    ],
  }),
}
