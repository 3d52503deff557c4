import * as z from 'zod'
import { LedgerLine } from './entry'
import { EntryKind } from './entry-kind'
import { Goal } from './goal'
import { BranchId, BusinessDay, Fen, Month, Points, TypedAmount } from './primitives'
import { procedure } from './procedure'
import { Step } from './step'

/** Lines on one page of the ledger. */
export const LEDGER_PAGE = 20

/** Spend so much more and get so many points more (凑单). EARN-31. */
export const Nudge = z.object({ more: Fen, points: Points })

export const points = {
  /** What has come since line `since`; asked lightly while the home page is in front. EARN-29. */
  arrivals: procedure({
    audience: 'diner',
    input: z.strictObject({ since: z.int().nonnegative() }),
    output: z.object({ seq: z.int(), balance: Points, lines: z.array(LedgerLine) }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /** PAGE-03. Newest first; `before` is the line number to go on from. */
  ledger: procedure({
    audience: 'diner',
    input: z.strictObject({
      kind: EntryKind.optional(),
      month: Month.optional(),
      before: z.int().positive().optional(),
    }),
    output: z.object({ balance: Points, lines: z.array(LedgerLine), next: z.int().nullable() }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /**
   * What a bill of today would earn him, step by step, at a branch: where he sits if none is named. The
   * same calculation as settling, and no write. UX-02.
   */
  calculate: procedure({
    audience: 'diner',
    input: z.strictObject({ amount: TypedAmount, branch: BranchId.optional() }),
    output: z.object({
      branch: z.object({ id: BranchId, name: z.string() }),
      branches: z.array(z.object({ id: BranchId, name: z.string() })),
      earned: Points,
      steps: z.array(Step),
      expiresOn: BusinessDay,
      balance: Points,
      /** The dearest reward that it brings within reach, if it brings one. */
      reach: Goal.nullable(),
      /** The next one, and how much more he would spend for it; null when no bill reaches it. */
      next: Goal.extend({ more: Fen.nullable() }).nullable(),
      nudge: Nudge.nullable(),
    }),
    refusals: ['NOT_A_MEMBER', 'BARRED', 'BRANCH_NOT_FOUND'],
  }),
}
