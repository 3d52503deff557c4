import type { AccountState, BillSettled, BusinessDay, Fen } from '../../contract'
import { fen, points } from '../amounts'
import { billIdOf } from '../bill-id'
import { addDays } from '../calendar'

/** A bill can be taken back for so many days after it was paid; later a person adjusts points instead. */
const REVERSIBLE_DAYS = 90

/** What is kept for reversals outlives them by this: a clock may be a day wrong. */
const SLACK_DAYS = 2

export const isReversible = (paidOn: BusinessDay, today: BusinessDay): boolean =>
  today <= addDays(paidOn, REVERSIBLE_DAYS)

/** Whether what is of this day may still matter to a reversal. */
export const isRemembered = (day: BusinessDay, today: BusinessDay): boolean =>
  addDays(day, REVERSIBLE_DAYS + SLACK_DAYS) >= today

/** What a bill has lost by reversal so far: of its amount, and of the points that came with it. */
export function lostOf({ reversed }: AccountState, bill: Pick<BillSettled, 'branch' | 'bill'>) {
  const id = billIdOf(bill)
  return reversed.find((one) => one.bill === id) ?? { amount: fen(0), points: points(0) }
}

/** What a bill still carries, in fen. I8. */
export const carriedBy = (account: AccountState, settled: BillSettled): Fen =>
  fen(settled.amount - lostOf(account, settled).amount)
