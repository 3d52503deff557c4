import type { BillReversed, BillSettled, BusinessDay, Entry, Points, Program } from '../contract'
import { balanceOf, postAll } from '../domain/account'
import { billIdOf } from '../domain/bill-id'
import type { Errand } from '../domain/errand'
import { reopenReferral } from '../domain/referral/count'
import { accept, assert, type Result } from '../domain/result'
import { type NotReversed, type Reversal, reverseBill } from '../domain/reverse/reverse-bill'
import type { Command } from './command'
import type { Kept } from './database'
import type { Member } from './member'
import { once } from './once'

export interface Reversed {
  reversed: BillReversed
  balance: Points
  debt: Points
  loweredTo: string | null
}

/**
 * What a reversal does to a member, and to who brought him where nothing is left of the order that counted;
 * the preview and the reversal are this one function. C-20.
 */
export function reverseFor(
  { _id, account }: Member,
  settled: BillSettled,
  reversal: Reversal,
  today: BusinessDay,
  program: Program,
): Result<{ entries: Entry[]; errands: Errand[]; reply: Reversed }, NotReversed> {
  const decided = reverseBill(account, settled, reversal, today, program)
  if (!decided.ok) return decided
  const { reversed, entries } = decided.value
  const after = postAll(account, entries)
  const lowered = entries.find((entry) => entry.type === 'TierChanged')
  const reply: Reversed = {
    reversed,
    balance: balanceOf(after),
    debt: after.debt,
    loweredTo: lowered?.toName ?? null,
  }
  if (reversed.left > 0) return accept({ entries, errands: [], reply })
  const referral = reopenReferral(_id, account, billIdOf(settled), today)
  return accept({ entries: [...entries, ...referral.entries], errands: referral.errands, reply })
}

/**
 * Take a bill back, whoever asks: the cashier's page or the till. What the bill carried is written once
 * and never changes; what it has lost is in the member's account, so that the one conditional update
 * decides how much is left, whoever reverses at the same moment. I8.
 */
export const reverse = <A, B extends string>(
  kept: Kept,
  command: Command<A, B>,
  settled: BillSettled,
  reversal: (beside: A) => Reversal,
): Promise<Result<Reversed, B | NotReversed | 'KEY_REUSED' | 'BUSY'>> =>
  once<A, B, Reversed, NotReversed>(kept, command, (member, beside, today, program) => {
    assert(member !== null, 'whose bill was settled is a member')
    return reverseFor(member, settled, reversal(beside), today, program)
  })
