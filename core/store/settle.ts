import type { BillSettled, BranchId, BusinessDay, Fen, Points, Program, StampedCard } from '../contract'
import { balanceOf, postAll } from '../domain/account'
import { isBarred } from '../domain/bar'
import { billIdOf } from '../domain/bill-id'
import { countOrder } from '../domain/referral/count'
import { accept, type Result, refuse } from '../domain/result'
import { settleBill } from '../domain/settle-bill'
import { stampedBy } from '../domain/stamps'
import type { Command } from './command'
import type { Kept } from './database'
import { guestOf, type Member } from './member'
import { once } from './once'

export interface BillToSettle {
  branch: { id: BranchId; name: string }
  amount: Fen
  atDesk?: boolean
  /** The till's number, or the key of the command where there is none. */
  bill: string
}

export interface Settled {
  settled: BillSettled
  balance: Points
  upgradedTo: string | null
  /** Missing in replies kept from before there were cards. */
  stamped?: StampedCard | null
}

/** What a bill does to an account, entries and all; the preview and the settlement are this one function. */
export function settleFor(
  member: Member,
  { branch, amount, atDesk, bill }: BillToSettle,
  day: BusinessDay,
  program: Program,
  told = day,
) {
  const { _id, account } = member
  const { settled, entries } = settleBill(
    account,
    { id: bill, branch, amount, atDesk, day, told },
    guestOf(member),
    program,
  )
  const upgrade = entries.find((entry) => entry.type === 'TierChanged')
  const after = postAll(account, entries)
  const reply: Settled = {
    settled,
    balance: balanceOf(after),
    upgradedTo: upgrade?.toName ?? null,
    stamped: stampedBy(settled, after, program),
  }
  const referral = countOrder(_id, account, { bill: billIdOf(settled), amount: settled.amount, day }, program)
  return { entries: [...entries, ...referral.entries], errands: referral.errands, reply }
}

/**
 * Settle a bill for a member, whoever sent it: the cashier's page or the till. `day` is the day it
 * was paid; null for today. EARN-29, POS-01.
 */
export const settle = <A extends { program: Program }, B extends string>(
  kept: Kept,
  command: Command<A, B>,
  bill: BillToSettle & { day: BusinessDay | null },
): Promise<Result<Settled, B | 'MEMBER_NOT_FOUND' | 'MEMBER_BARRED' | 'KEY_REUSED' | 'BUSY'>> =>
  once(kept, command, (member, { program }, today) => {
    if (member === null) return refuse('MEMBER_NOT_FOUND')
    if (isBarred(member.account, bill.day)) return refuse('MEMBER_BARRED')
    return accept(settleFor(member, bill, bill.day ?? today, program, today))
  })
