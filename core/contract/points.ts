import * as z from 'zod'
import { EntryKind, LedgerLine } from './entry'
import { Month, Points } from './primitives'
import { procedure } from './procedure'

/** Lines on one page of the ledger. */
export const LEDGER_PAGE = 20

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
}
