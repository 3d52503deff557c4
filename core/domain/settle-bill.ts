import type { BillSettled, BranchId, BusinessDay, Entry, Fen, Program } from '../contract'
import { type Account, postAll } from './account'
import { addMonths } from './calendar'
import { earn } from './earning/earn'
import { tierOf, upgrade } from './tier'

export interface Bill {
  id: string
  branch: { id: BranchId; name: string }
  amount: Fen
  /** The day it was paid, which is the day its points count from. */
  day: BusinessDay
}

/**
 * Earn on the bill at the tier he has, then see whether the spend lifts him: the bill that makes
 * him gold is the last one counted as silver. EARN-01, LVL-09.
 */
export function settleBill(
  account: Account,
  bill: Bill,
  birthday: string | null,
  program: Program,
): { settled: BillSettled; entries: Entry[] } {
  const tier = tierOf(account, program)
  const { id, branch, amount, day } = bill
  const { earned, steps } = earn({ amount, day, tier, birthday, billsBefore: account.bills }, program)
  const settled: BillSettled = {
    type: 'BillSettled',
    on: day,
    bill: id,
    branch: branch.id,
    branchName: branch.name,
    amount,
    earned,
    expiresOn: addMonths(day, program.lotMonths),
    steps,
    program: program.version,
  }
  return { settled, entries: [settled, ...upgrade(postAll(account, [settled]), day, program)] }
}
