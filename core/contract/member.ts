import * as z from 'zod'
import { Round } from './engagement'
import { LedgerLine } from './entry'
import { Goal } from './goal'
import { Letter } from './letter'
import { Allowance, DinerTemplate } from './message'
import {
  BasisPoints,
  Birthday,
  BranchId,
  BusinessDay,
  Fen,
  IdempotencyKey,
  Instant,
  MaskedPhone,
  MemberId,
  PersonName,
  Points,
  RewardId,
  TableNo,
} from './primitives'
import { procedure } from './procedure'
import { Referral } from './referral'
import { CodeStanding, MaskedName, poster, ReferralCode, referral } from './referral-page'
import { Route } from './tiers'

const TierStanding = z.object({
  id: z.string(),
  name: z.string(),
  multiplierBp: BasisPoints,
  payBp: BasisPoints,
  next: z
    .object({
      id: z.string(),
      name: z.string(),
      multiplierBp: BasisPoints,
      payBp: BasisPoints,
      /** The nearest way there; what is asked and missing is fen or points. C-25. */
      route: Route,
      asked: z.int(),
      missing: z.int(),
      progressBp: BasisPoints,
    })
    .nullable(),
})

/** What a guest is told in one sentence. UX-03. */
const Rules = z.object({
  pointsPerYuan: z.int(),
  /** Null when points never expire. */
  months: z.int().nullable(),
})

/** What a guest sees who has not joined yet. */
const Welcome = z.object({
  joined: z.literal(false),
  registration: Points,
  rules: Rules,
  /** Who invites him and what for; null when nobody does, or nothing is given. */
  invited: z.object({ by: MaskedName.nullable(), terms: Referral }).nullable(),
  /** The first rewards in reach, cheapest first. */
  rewards: z.array(
    z.object({ id: RewardId, name: z.string(), picture: z.string(), points: Points, worth: Fen }),
  ),
})

const Card = z.object({
  joined: z.literal(true),
  member: MemberId,
  name: PersonName.nullable(),
  birthday: Birthday.nullable(),
  /** Null when he has given none. */
  phone: MaskedPhone.nullable(),
  balance: Points,
  rules: Rules,
  tier: TierStanding,
  /** The cheapest reward not in reach yet; null when everything is. */
  goal: Goal.nullable(),
  /** The dearest reward in reach, if any. */
  best: Goal.nullable(),
  affordable: z.int(),
  /** What expires soonest, and when; null when nothing does. EXP-05. */
  expiring: z.object({ points: Points, on: BusinessDay }).nullable(),
  /** Why nothing expires: he is loyal, or the points live for ever. C-14. */
  keeps: z.enum(['frozen', 'forever']).nullable(),
  /** Points taken back after he had used them; what he earns pays them first. */
  debt: Points,
  /** His round of check-ins; null where there is none. ENG-01. */
  checkIn: Round.pick({ isDone: true, streak: true, next: true }).extend({ points: Points }).nullable(),
  /** Names of the campaigns that are on today and for him. CAMP-02. */
  campaigns: z.array(z.string()),
  latest: z.array(LedgerLine),
  /** Number of the newest ledger line: ask `points.arrivals` for what comes after it. */
  seq: z.int(),
  /** Letters he has not read. */
  unread: z.int(),
  /** Bringing a friend is worth something here. */
  invites: z.boolean(),
})

/** Given by WeChat's button, good once and for five minutes. */
const PhoneCode = z.string().min(1).max(256)

export const member = {
  /** PAGE-01. One call, one read. */
  home: procedure({
    audience: 'diner',
    /** With the code of the friend who invites him, where there is one. */
    input: z.strictObject({ referral: ReferralCode.optional() }),
    output: z.discriminatedUnion('joined', [Welcome, Card]),
    refusals: [],
  }),
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
