import type { BillReversed } from '../../contract'
import type { Account } from '../account'

/** Whether an account can lose what a reversal takes: spend, an order, and what had expired. */
export const canTakeBack = (
  { qualifyingSpend, bills, lapsed }: Account,
  { amount, left, lot, lapsed: gone }: BillReversed,
): boolean =>
  amount <= qualifyingSpend &&
  (left > 0 || bills > 0) &&
  (gone === 0 || lapsed.some((one) => one.lot === lot && one.points >= gone))
