import * as z from 'zod'
import { UNUSABLE_CODE } from './code-refusals'
import { Visit } from './guest'
import {
  BillNo,
  BusinessDay,
  CodeText,
  Fen,
  IdempotencyKey,
  Instant,
  PersonName,
  Points,
  Reason,
  TypedAmount,
} from './primitives'
import { procedure } from './procedure'

/** Names a settled bill: the key of the command that settled it. */
const BillHandle = z.string().min(1).max(120)

/** Bills in one list. */
export const BILLS_SHOWN = 20

/** A settled bill as it can be taken back. */
const SettledBill = z.object({
  bill: BillHandle,
  /** Null where the cashier typed none. */
  billNo: z.string().nullable(),
  memberName: PersonName.nullable(),
  branchName: z.string(),
  at: Instant,
  paidOn: BusinessDay,
  amount: Fen,
  /** What it still carries, in money and in points. */
  left: Fen,
  pointsLeft: Points,
  /** False when it is too old. */
  reversible: z.boolean(),
})

/** What taking back a part of a bill does, or has done. */
const Reversed = z.object({
  amount: Fen,
  left: Fen,
  /** Taken back of its points: what of them had expired, and what is owed because it was used. */
  points: Points,
  lapsed: Points,
  owed: Points,
  balance: Points,
  debt: Points,
  /** Its stamp goes as well. Replies kept from before there were cards say nothing of it. CAMP-09. */
  unstamped: z.boolean().default(false),
  /** The tier he falls back to, if he does. */
  loweredTo: z.string().nullable(),
})

const asked = { bill: BillHandle, amount: TypedAmount }

/** What taking back a claim has done. */
const ClaimTakenBack = z.object({
  rewardName: z.string(),
  /** Given back; what of them paid a debt. */
  points: Points,
  repaid: Points,
  /** On his card again: a full card had paid. Replies kept from before there were cards say nothing of it. */
  stamps: z.int().nonnegative().default(0),
  /** The first day on which any of what was given back expires; null when all of it paid a debt. C-50. */
  expiresOn: BusinessDay.nullable(),
  balance: Points,
})

/** Taking back (退单, 作废) what was settled and what was claimed. I8, CAP-04. */
export const reversal = {
  /** By the number on the receipt, of the guest in front, or the latest settled at this branch's desk. */
  findBills: procedure({
    audience: 'cashier',
    input: z.strictObject({ billNo: BillNo.optional(), visit: Visit.optional() }),
    output: z.object({ bills: z.array(SettledBill).max(BILLS_SHOWN) }),
    refusals: ['VISIT_EXPIRED', 'MEMBER_NOT_FOUND'],
  }),
  /** What reversing would do; nothing is written. */
  previewReversal: procedure({
    audience: 'cashier',
    input: z.strictObject(asked),
    output: Reversed,
    refusals: ['BILL_NOT_FOUND', 'REVERSAL_ABOVE_LIMIT', 'BILL_TOO_OLD', 'MORE_THAN_BILL_CARRIES'],
  }),
  reverseBill: procedure({
    audience: 'cashier',
    input: z.strictObject({ key: IdempotencyKey, ...asked, reason: Reason }),
    output: Reversed,
    refusals: ['BILL_NOT_FOUND', 'REVERSAL_ABOVE_LIMIT', 'BILL_TOO_OLD', 'MORE_THAN_BILL_CARRIES'],
  }),
  /** A code that nobody has used is void, and its points are his again. I6, C-50. */
  reverseClaim: procedure({
    audience: 'cashier',
    input: z.strictObject({ key: IdempotencyKey, code: CodeText, reason: Reason }),
    output: ClaimTakenBack,
    refusals: [...UNUSABLE_CODE, 'REVERSAL_ABOVE_LIMIT'],
  }),
}
