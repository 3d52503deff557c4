import * as z from 'zod'
import { AccountState } from './account'
import { BusinessDay, Points } from './primitives'

/** Why an account is corrected (更正). */
export const CorrectionReason = z.enum([
  /** It was not what its lines add up to; the lines are right. */
  'ACCOUNT_DIFFERED',
  /** Lines are lost or damaged and cannot be had back; the account is right. */
  'LEDGER_DAMAGED',
])
export type CorrectionReason = z.infer<typeof CorrectionReason>

/**
 * The books are closed and opened again: the account is this one from here on, whatever stood
 * before. Found by the night audit, approved by a person, told to the member.
 */
export const AccountCorrected = z.object({
  type: z.literal('AccountCorrected'),
  on: BusinessDay,
  reason: CorrectionReason,
  /** The balance the account showed; null when that was no number. */
  shown: z.number().nullable(),
  /** The balance of the line before this one. */
  running: Points,
  account: AccountState,
  proposal: z.string(),
  approvedBy: z.string(),
})
