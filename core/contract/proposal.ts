import * as z from 'zod'
import { AdjustmentReason } from './adjustment-reason'
import { CorrectionReason } from './correction'
import { Instant, MemberId, Points } from './primitives'

/** What an account shows; null for what is no number. */
export const AccountSide = z.object({
  balance: z.number().nullable(),
  qualifyingSpend: z.number().nullable(),
  bills: z.number().nullable(),
  /** Proposals from before there were cards say nothing of stamps. */
  stamps: z.number().default(0),
  tier: z.string().nullable(),
})
export type AccountSide = z.infer<typeof AccountSide>

/** Something about a member that waits for a second person (建议). */
const waiting = {
  id: z.string(),
  member: MemberId,
  status: z.enum(['open', 'approved', 'rejected', 'outdated']),
  /** Null when the night audit proposes. */
  proposedBy: z.string().nullable(),
  /** Whether the one who asks has proposed it: then somebody else decides. */
  mine: z.boolean(),
  /** Whether it is about himself: then somebody else decides as well. */
  own: z.boolean(),
  createdAt: Instant,
}

/** An account becomes what its lines add up to, or is closed over lost ones. */
const CorrectionProposal = z.object({
  kind: z.literal('correction'),
  ...waiting,
  reason: CorrectionReason,
  before: AccountSide,
  after: AccountSide,
})
export type CorrectionProposal = z.infer<typeof CorrectionProposal>

/** Points given or taken beyond what the one who proposes does alone. SEC-03. */
const AdjustmentProposal = z.object({
  kind: z.literal('adjustment'),
  ...waiting,
  direction: z.enum(['give', 'take']),
  points: Points,
  reason: AdjustmentReason,
  note: z.string(),
})
export type AdjustmentProposal = z.infer<typeof AdjustmentProposal>

export const Proposal = z.discriminatedUnion('kind', [CorrectionProposal, AdjustmentProposal])
export type Proposal = z.infer<typeof Proposal>
