import * as z from 'zod'

/** How the ledger page groups entries. */
export const EntryKind = z.enum([
  'earn',
  'pending',
  'burn',
  'reverse',
  'expire',
  'tier',
  'checkIn',
  'answer',
  'bar',
  'correction',
])
export type EntryKind = z.infer<typeof EntryKind>
