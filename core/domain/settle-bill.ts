import type { BillSettled, BranchId, BusinessDay, Entry, Fen, Program } from '../contract'
import { type Account, postAll, repaidBy } from './account'
import { billIdOf } from './bill-id'
import { monthOf } from './calendar'
import { pendingEntries, underCap } from './cap'
import { earn } from './earning/earn'
import { takeSteps } from './earning/take-steps'
import { lastDayOf } from './expiry'
import { sayYuan } from './say-yuan'
import { tierOf, upgrade } from './tier'

export interface Bill {
  id: string
  branch: { id: BranchId; name: string }
  amount: Fen
  /** The day it was paid, which is the day its points count from. */
  day: BusinessDay
}

/** What else about the member a bill's points depend on. */
export interface Guest {
  /** `MM-DD`, if he told us. */
  birthday: string | null
  joinedOn: BusinessDay
}

/**
 * Earn on the bill at the tier he has, then see whether the spend lifts him: the bill that makes
 * him gold is the last one counted as silver. EARN-01, LVL-09.
 */
export function settleBill(
  account: Account,
  bill: Bill,
  guest: Guest,
  program: Program,
): { settled: BillSettled; entries: Entry[] } {
  const tier = tierOf(account, program)
  const { id, branch, amount, day } = bill
  const { bills: billsBefore } = account
  const nthOfMonth = nthOfMonthAt(account, day)
  const occasion = { amount, branch: branch.id, day, tier, ...guest, billsBefore, nthOfMonth }
  const full = earn(occasion, program)
  const share = underCap(account, 'bill', full.earned, day, program)
  const { earned, steps } = share.over === null ? full : takeSteps([...full.steps, share.over])
  const settled: BillSettled = {
    type: 'BillSettled',
    on: day,
    bill: id,
    branch: branch.id,
    branchName: branch.name,
    amount,
    earned,
    repaid: repaidBy(account, earned),
    expiresOn: lastDayOf(day, program),
    steps,
    program: program.version,
  }
  const about = `消费 ${sayYuan(amount)} 元`
  const what = { source: 'bill' as const, about, branch: branch.id, bill: billIdOf(settled) }
  const kept = [settled, ...pendingEntries(account, share, what, day, program)]
  return { settled, entries: [...kept, ...upgrade(postAll(account, kept), day, program)] }
}

/** Which bill of its month the next one is; null for a month that was over before the bill was told. */
function nthOfMonthAt({ monthly }: Account, day: BusinessDay): number | null {
  const month = monthOf(day)
  if (monthly === null || monthly.month < month) return 1
  return monthly.month === month ? monthly.bills + 1 : null
}
