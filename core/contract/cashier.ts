import * as z from 'zod'
import { UNKNOWN_CODE, UNUSABLE_CODE } from './code-refusals'
import { Discount } from './discount'
import { Guest, Visit } from './guest'
import { RedemptionStatus, Voided } from './mall'
import { Nudge } from './points'
import {
  BillNo,
  BranchId,
  BusinessDay,
  CodeText,
  Fen,
  IdempotencyKey,
  Instant,
  MaskedPhone,
  PersonName,
  PhoneNumber,
  Points,
  StaffRole,
  TableNo,
  TypedAmount,
} from './primitives'
import { procedure } from './procedure'
import { reversal } from './reversal'
import { StampedCard, StampPrice } from './stamp-card'
import { Step } from './step'

const Sum = z.object({
  /** What is to be paid. */
  amount: Fen,
  /** What is taken off what was typed, if anything is. C-51. */
  discount: Discount.nullable(),
  earned: Points,
  /** Balance after the bill. */
  balance: Points,
  steps: z.array(Step),
  /** His card with the stamp of this bill (集杯 +1); null where it earns none. CAMP-09. */
  stamped: StampedCard.nullable(),
  expiresOn: BusinessDay,
  /** The name of the tier this bill lifts him to, if it does. */
  upgradedTo: z.string().nullable(),
})

export const cashier = {
  ...reversal,
  /** Who I am here. */
  desk: procedure({
    audience: 'cashier',
    input: z.strictObject({}),
    output: z.object({
      name: z.string(),
      role: StaffRole,
      branch: z.object({ id: BranchId, name: z.string(), tables: z.array(TableNo) }),
      /** The tables at which members sit now. */
      seated: z.array(z.object({ table: TableNo, guests: z.int() })),
    }),
    refusals: [],
  }),
  /** A stranger becomes staff by the code his manager gave him. */
  acceptInvitation: procedure({
    audience: 'diner',
    input: z.strictObject({ code: CodeText }),
    output: z.object({ name: z.string(), role: StaffRole, branchName: z.string() }),
    refusals: [
      'TOO_MANY_ATTEMPTS',
      'INVITATION_NOT_FOUND',
      'INVITATION_USED',
      'INVITATION_EXPIRED',
      'ALREADY_STAFF',
    ],
  }),
  /** By the member code he shows. The code is spent. */
  identify: procedure({
    audience: 'cashier',
    input: z.strictObject({ key: IdempotencyKey, code: CodeText }),
    output: z.object({ guest: Guest }),
    refusals: [
      'TOO_MANY_ATTEMPTS',
      'CODE_NOT_UNDERSTOOD',
      'CODE_FROM_ANOTHER_RESTAURANT',
      'CODE_EXPIRED',
      'CODE_USED',
      'MEMBER_NOT_FOUND',
    ],
  }),
  /** By the table he sits at. */
  guestsAtTable: procedure({
    audience: 'cashier',
    input: z.strictObject({ table: TableNo }),
    output: z.object({ guests: z.array(Guest) }),
    refusals: ['TABLE_NOT_FOUND'],
  }),
  /** By the number he says, all of it; it is shown masked, to compare. */
  findByPhone: procedure({
    audience: 'cashier',
    input: z.strictObject({ phone: PhoneNumber }),
    output: z.object({ guest: Guest, phone: MaskedPhone }),
    refusals: ['TOO_MANY_ATTEMPTS', 'PHONE_NOT_FOUND'],
  }),
  /** What settling would do, step by step; nothing is written. */
  previewBill: procedure({
    audience: 'cashier',
    input: z.strictObject({ visit: Visit, amount: TypedAmount }),
    output: Sum.extend({
      /** So much more, and so many points more: for the cashier to say. EARN-31. */
      nudge: Nudge.nullable(),
    }),
    refusals: ['VISIT_EXPIRED', 'MEMBER_NOT_FOUND', 'ABOVE_LIMIT', 'MEMBER_BARRED'],
  }),
  settleBill: procedure({
    audience: 'cashier',
    input: z.strictObject({
      key: IdempotencyKey,
      visit: Visit,
      amount: TypedAmount,
      billNo: BillNo.optional(),
    }),
    output: Sum,
    refusals: ['VISIT_EXPIRED', 'ABOVE_LIMIT', 'BILL_ALREADY_SETTLED', 'MEMBER_NOT_FOUND', 'MEMBER_BARRED'],
  }),
  /** What a redemption code is for and whether it can be used here. RED-13. */
  inspectCode: procedure({
    audience: 'cashier',
    input: z.strictObject({ code: CodeText }),
    output: z.object({
      code: z.string(),
      rewardName: z.string(),
      picture: z.string(),
      worth: Fen,
      /** What was burned for it, and comes back when it is made void. */
      points: Points,
      /** The same where a full card paid. CAMP-09. */
      stamps: StampPrice.nullable(),
      memberName: PersonName.nullable(),
      status: RedemptionStatus,
      expiresOn: BusinessDay,
      /** False when the reward is for other branches only. */
      here: z.boolean(),
      used: z.object({ at: Instant, branchName: z.string(), by: z.string() }).nullable(),
      voided: Voided.nullable(),
    }),
    refusals: ['TOO_MANY_ATTEMPTS', ...UNKNOWN_CODE],
  }),
  /** Once only. RED-12. */
  redeemCode: procedure({
    audience: 'cashier',
    input: z.strictObject({ key: IdempotencyKey, code: CodeText }),
    output: z.object({ rewardName: z.string(), at: Instant }),
    refusals: UNUSABLE_CODE,
  }),
}
