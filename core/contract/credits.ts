import * as z from 'zod'
import { BusinessDay, Fen, MemberId, Points } from './primitives'
import { procedure } from './procedure'

/** Deeds that one page looks at. */
export const CREDITS_PAGE = 500

/** What one colleague did for one member: of pages that are added up, each says its part. */
export const Credits = z.object({
  staff: MemberId,
  name: z.string(),
  branchName: z.string(),
  member: MemberId,
  bills: z.int(),
  amount: Fen,
  points: Points,
  /** Bills so small that many of them are strange. */
  small: z.int(),
  /** By hand: at once, or when somebody else had approved it. */
  given: Points,
  taken: Points,
  /** By hand, for somebody else to approve. */
  proposed: z.int(),
  /** Bills taken back, and the points they had made. */
  reversed: z.int(),
  takenBack: Points,
  /** Whether he is the member himself. */
  own: z.boolean(),
})
export type Credits = z.infer<typeof Credits>

export const credits = {
  /** Who credited whom, how often and how much, in his branch; an admin sees all. CAP-03, RISK-08, SEC-02. */
  credits: procedure({
    audience: 'manager',
    input: z.strictObject({
      /** Up to today, today counted. */
      days: z.int().min(1).max(31),
      before: z.string().min(1).max(80).optional(),
    }),
    output: z.object({
      from: BusinessDay,
      to: BusinessDay,
      credits: z.array(Credits),
      next: z.string().nullable(),
    }),
    refusals: [],
  }),
}
