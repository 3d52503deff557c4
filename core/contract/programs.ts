import * as z from 'zod'
import { BranchId, BusinessDay, IdempotencyKey, Instant, MemberId, Points, TypedAmount } from './primitives'
import { procedure } from './procedure'
import { Program } from './program'
import { Remark } from './remark'
import { Step } from './step'

/** What a programme promises, without the name and the day it gets when it is published. */
export const Terms = Program.omit({ version: true, validFrom: true })
export type Terms = z.infer<typeof Terms>

/** One difference between two programmes, at a path. */
const Change = z.object({ at: z.string(), before: z.unknown(), after: z.unknown() })

const Published = z.object({
  version: z.string(),
  validFrom: BusinessDay,
  publishedBy: z.string().nullable(),
  publishedAt: Instant.nullable(),
})

/** A day that one can plan for: its points expire on a day with four digits to its year. */
const PlannedDay = BusinessDay.refine((day) => day >= '2000-01-01' && day < '2100-01-01')

/** Counts the times a draft was saved; 0 when there is none. */
const Revision = z.int().nonnegative()

/** Programmes that a house can begin with, by name. */
const PresetName = z.enum(['recommended', 'points', 'stored-value'])

/** The programme (规则) as managers see and change it. */
export const programs = {
  /** What is valid today, what will be, what was, and the draft that is being written. */
  program: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({
      today: BusinessDay,
      version: z.string(),
      terms: Terms,
      branches: z.array(z.object({ id: BranchId, name: z.string() })),
      /** Newest first, at most twenty. */
      published: z.array(Published),
      revision: Revision,
      /** Null when there is none, or when it was published. */
      draft: z.object({ terms: Terms, savedBy: z.string(), savedAt: Instant }).nullable(),
    }),
    refusals: [],
  }),
  /** What a draft can begin with (模板). Writes nothing. */
  presets: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({ presets: z.array(z.object({ name: PresetName, terms: Terms })) }),
    refusals: [],
  }),
  /** What the linter says of it, and what it changes, if it were valid from that day. Writes nothing. */
  lintProgram: procedure({
    audience: 'manager',
    input: z.strictObject({ terms: Terms, validFrom: PlannedDay }),
    output: z.object({ remarks: z.array(Remark), changes: z.array(Change) }),
    refusals: [],
  }),
  /** What a bill would earn under it: for this member, or for one who has just joined. Writes nothing. */
  previewProgram: procedure({
    audience: 'manager',
    input: z.strictObject({
      terms: Terms,
      member: MemberId.nullable(),
      day: PlannedDay,
      branch: BranchId,
      amount: TypedAmount,
    }),
    output: z.object({ earned: Points, steps: z.array(Step), expiresOn: BusinessDay }),
    refusals: ['MEMBER_NOT_FOUND', 'NOT_PUBLISHABLE'],
  }),
  /** Keep what has been written. `revision` is the one that was changed, 0 for a new draft. */
  saveDraft: procedure({
    audience: 'manager',
    input: z.strictObject({ revision: Revision, terms: Terms }),
    output: z.object({ revision: Revision }),
    refusals: ['DRAFT_CHANGED'],
  }),
  /** From that day on. Immutable afterwards; one version a day. */
  publishProgram: procedure({
    audience: 'manager',
    input: z.strictObject({ key: IdempotencyKey, revision: Revision.min(1), validFrom: PlannedDay }),
    output: z.object({ version: z.string(), validFrom: BusinessDay }),
    refusals: ['DRAFT_CHANGED', 'VALID_FROM_PAST', 'VALID_FROM_TAKEN', 'NOT_PUBLISHABLE'],
  }),
}
