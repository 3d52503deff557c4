import * as z from 'zod'
import { home } from './home'
import { Letter } from './letter'
import { Allowance, DinerTemplate } from './message'
import {
  Birthday,
  BranchId,
  IdempotencyKey,
  Instant,
  MaskedPhone,
  MemberId,
  PersonName,
  Points,
  TableNo,
} from './primitives'
import { procedure } from './procedure'
import { CodeStanding, poster, ReferralCode, referral } from './referral-page'

/** Given by WeChat's button, good once and for five minutes. */
const PhoneCode = z.string().min(1).max(256)

export const member = {
  home,
  /** Remember at which table the guest sits, so that the cashier finds him there. POS-02. */
  sit: procedure({
    audience: 'diner',
    input: z.strictObject({ branch: BranchId, table: TableNo }),
    output: z.object({ branchName: z.string(), table: TableNo }),
    refusals: ['TABLE_NOT_FOUND', 'TOO_MANY_ATTEMPTS'],
  }),
  /** One tap, no phone number. A code that does not count keeps nobody out. EARN-03, REF-04. */
  join: procedure({
    audience: 'diner',
    input: z.strictObject({
      key: IdempotencyKey,
      name: PersonName.optional(),
      birthday: Birthday.optional(),
      referral: ReferralCode.optional(),
    }),
    output: z.object({
      member: MemberId,
      earned: Points,
      balance: Points,
      /** Null when he came with no code. */
      referral: CodeStanding.nullable(),
    }),
    refusals: ['ALREADY_JOINED'],
  }),
  /** Name at will; the birthday once, because it multiplies points. C-19. */
  setProfile: procedure({
    audience: 'diner',
    input: z.strictObject({
      key: IdempotencyKey,
      name: PersonName.optional(),
      birthday: Birthday.optional(),
    }),
    output: z.object({ name: PersonName.nullable(), birthday: Birthday.nullable() }),
    refusals: ['NOT_A_MEMBER', 'BIRTHDAY_ALREADY_SET'],
  }),
  /** The number that WeChat tells for the code its button gave. Optional everywhere; one number, one member. */
  bindPhone: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey, code: PhoneCode }),
    output: z.object({ phone: MaskedPhone.nullable() }),
    refusals: ['PHONE_CODE_EXPIRED', 'PHONE_NOT_SUPPORTED', 'PHONE_OF_ANOTHER_MEMBER', 'NOT_A_MEMBER'],
  }),
  /** The number is deleted, not hidden. */
  forgetPhone: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey }),
    output: z.object({ phone: z.null() }),
    refusals: ['NOT_A_MEMBER'],
  }),
  referral,
  poster,
  /** The member code (会员码): signed, good for 60 seconds and one use. */
  code: procedure({
    audience: 'diner',
    input: z.strictObject({}),
    output: z.object({ code: z.string(), expiresAt: Instant, now: Instant }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /** His letters (站内信), newest first; `before` is the number to go on from. */
  inbox: procedure({
    audience: 'diner',
    input: z.strictObject({ before: z.int().positive().optional() }),
    output: z.object({
      letters: z.array(Letter),
      next: z.int().nullable(),
      /** Letters numbered above this one have not been read. */
      read: z.int(),
      /** What he can be told by message as well; empty where the programme tells nothing. */
      messages: z.array(Allowance),
    }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /** He has seen his letters up to this one. */
  readInbox: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey, upTo: z.int().positive() }),
    output: z.object({ unread: z.int() }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /** He pressed "allow" in WeChat's dialog: one message of each of these templates. REM-02. */
  allowMessages: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey, templates: z.array(DinerTemplate).min(1).max(3) }),
    output: z.object({ messages: z.array(Allowance) }),
    refusals: ['NOT_A_MEMBER'],
  }),
}
