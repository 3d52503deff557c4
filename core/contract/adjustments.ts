import * as z from 'zod'
import { PointsSource } from './account'
import { AdjustmentReason } from './adjustment-reason'
import { Barred } from './bar'
import { BusinessDay, IdempotencyKey, MaskedPhone, MemberId, PersonName, Points } from './primitives'
import { procedure } from './procedure'

/** What is written beside a decision, and read by the member. */
const Note = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)

/** Points that wait until a person has looked at them (待确认). CAP-02. */
const Review = z.object({
  member: MemberId,
  name: PersonName.nullable(),
  pending: z.string(),
  source: PointsSource,
  about: z.string(),
  /** Null where they were earned at no branch. */
  branchName: z.string().nullable(),
  points: Points,
  since: BusinessDay,
  balance: Points,
  /** Whether they are those of the one who asks: somebody else decides. */
  own: z.boolean(),
})

/** What managers do to the points of a member by hand. */
export const adjustments = {
  /** What waits for a person: in his branch and nowhere, for an admin everywhere. Oldest first. */
  reviews: procedure({
    audience: 'manager',
    input: z.strictObject({}),
    output: z.object({ reviews: z.array(Review) }),
    refusals: [],
  }),
  /** Once, by somebody who neither gets the points nor gave them. */
  decideReview: procedure({
    audience: 'manager',
    input: z.strictObject({
      key: IdempotencyKey,
      member: MemberId,
      pending: z.string().min(1).max(120),
      approve: z.boolean(),
      note: Note,
    }),
    output: z.object({ member: MemberId, approved: z.boolean() }),
    refusals: [
      'REVIEW_NOT_FOUND',
      'ANOTHER_BRANCH',
      'OWN_ACCOUNT',
      'CREDITOR_CANNOT_APPROVE',
      'REVIEW_ALREADY_DECIDED',
    ],
  }),
  /** A member by his number, before something is done to him. */
  member: procedure({
    audience: 'manager',
    input: z.strictObject({ member: MemberId }),
    output: z.object({
      member: MemberId,
      name: PersonName.nullable(),
      phone: MaskedPhone.nullable(),
      tierName: z.string(),
      balance: Points,
      debt: Points,
      /** Points that wait. */
      pending: Points,
      joinedOn: BusinessDay,
      /** Null where he is not barred. */
      barred: Barred.nullable(),
      /** Whether he is the one who asks: then somebody else approves. */
      own: z.boolean(),
      /** How far the one who asks goes alone; null for as far as anybody can. */
      limit: Points.nullable(),
    }),
    refusals: ['MEMBER_NOT_FOUND'],
  }),
  /** Give or take. Beyond his limit, and for himself, it waits for a second person. SEC-03. */
  adjust: procedure({
    audience: 'manager',
    input: z.strictObject({
      key: IdempotencyKey,
      member: MemberId,
      direction: z.enum(['give', 'take']),
      points: Points.min(1).max(1_000_000),
      reason: AdjustmentReason,
      note: Note,
    }),
    output: z.object({
      outcome: z.enum(['adjusted', 'proposed']),
      balance: Points,
    }),
    refusals: ['MEMBER_NOT_FOUND', 'INSUFFICIENT_POINTS'],
  }),
}
