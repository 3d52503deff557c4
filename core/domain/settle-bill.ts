import type { BillSettled, BranchId, BusinessDay, Entry, Fen, Program, Tier } from '../contract'
import { type Account, postAll, repaidBy } from './account'
import { FULL_BP } from './amounts'
import { billIdOf } from './bill-id'
import type { Celebrant } from './birthday-discount'
import { isBirthdayMonth, monthOf, yearOf } from './calendar'
import { pendingEntries, underCap } from './cap'
import { discountOn, payAt } from './discount'
import { earn } from './earning/earn'
import { takeSteps } from './earning/take-steps'
import { lastDayOf } from './expiry'
import { grant } from './grant'
import { sayYuan } from './say-yuan'
import { stampFor } from './stamps'
import { tierOf, upgrade } from './tier'

export interface Bill {
  id: string
  branch: { id: BranchId; name: string }
  /** What the guest is asked for before anything is taken off, where `atDesk`; otherwise what he paid. */
  amount: Fen
  /** Typed at our desk; a till tells what was paid. */
  atDesk?: boolean | undefined
  /** The day it was paid, which is the day its points count from. */
  day: BusinessDay
  /** The day it is told, where a till tells it late. */
  told?: BusinessDay
}

/** What else about the member a bill depends on. */
export type Guest = Celebrant

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
  const { id, branch, day, told = day } = bill
  const { amount, discount } = discountOf(account, bill, guest, program)
  const { bills: billsBefore } = account
  const jubileesHad = (account.jubilees ?? []).map(({ nth }) => nth)
  const nthOfMonth = nthOfMonthAt(account, day)
  const occasion = { amount, branch: branch.id, day, tier, ...guest, billsBefore, jubileesHad, nthOfMonth }
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
    ...(discount === null ? {} : { discount }),
    earned,
    repaid: repaidBy(account, earned),
    expiresOn: lastDayOf(day, program),
    ...stampFor(amount, program),
    steps,
    program: program.version,
  }
  const about = `消费 ${sayYuan(amount)} 元`
  const late = told > day ? { told } : {}
  const what = { source: 'bill' as const, about, branch: branch.id, bill: billIdOf(settled), ...late }
  const kept = [settled, ...pendingEntries(account, share, what, day, program)]
  const gift = birthdayGift(postAll(account, kept), tier, guest, settled, program)
  const entries = [...kept, ...gift]
  return { settled, entries: [...entries, ...upgrade(postAll(account, entries), day, program, told)] }
}

/** What is paid, and what was taken off where our desk does it. Points come of what is paid. C-51, EARN-23. */
function discountOf(account: Account, { amount: listed, atDesk, day }: Bill, guest: Guest, program: Program) {
  const off = discountOn(account, guest, day, program)
  if (!atDesk || off.payBp === FULL_BP) return { amount: listed, discount: null }
  return { amount: payAt(listed, off), discount: { ...off, listed } }
}

/** With his first bill in the month of birth, once a year. BDAY-04. */
function birthdayGift(
  account: Account,
  tier: Tier,
  { birthday }: Guest,
  { on, amount }: BillSettled,
  program: Program,
): Entry[] {
  if (amount === 0 || birthday === null || !isBirthdayMonth(on, birthday)) return []
  const isGiven = (account.birthdayIn ?? '') >= yearOf(on)
  if (isGiven) return []
  return grant(account, { source: 'birthdayGift', about: tier.name, points: tier.birthdayGift }, on, program)
}

/** Which bill of its month the next one is; null for a month that was over before the bill was told. */
function nthOfMonthAt({ monthly }: Account, day: BusinessDay): number | null {
  const month = monthOf(day)
  if (monthly === null || monthly.month < month) return 1
  return monthly.month === month ? monthly.bills + 1 : null
}
