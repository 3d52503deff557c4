import * as z from 'zod'
import { BusinessDay, Points } from './primitives'
import { procedure } from './procedure'
import { Referral, ReferralExclusion } from './referral'

/** A name as others see it: `王*`. */
export const MaskedName = z.string()

/** By which friends come (推荐码): eight letters and digits, typed in any way. */
export const ReferralCode = z.string().min(1).max(20)

/** What becomes of the code he came with. */
export const CodeStanding = z.enum(['COUNTS', 'REFERRAL_OFF', 'CODE_UNKNOWN', ...ReferralExclusion.options])

/** One of those he brought. */
const Friend = z.object({
  name: MaskedName.nullable(),
  joinedOn: BusinessDay,
  status: z.enum(['joined', 'awaitingOrder', 'pending', 'arrived', 'excluded']),
  /** Why he does not count for who invited him; null when he does. */
  reason: z.enum(['STAFF', 'BARRED', 'MONTH_FULL']).nullable(),
  /** What came or comes for him. */
  points: Points,
  /** The day on which points that wait can be used. */
  until: BusinessDay.nullable(),
})

/** Whom he brought and what came of it; his own code, and what a friend is worth. REF-04, REF-08. */
export const referral = procedure({
  audience: 'diner',
  input: z.strictObject({}),
  output: z.object({
    code: z.string(),
    /** Null while nothing is given. */
    terms: Referral.nullable(),
    /** Rewards of this month; `most` is null for any number. RISK-09. */
    month: z.object({ rewards: z.int(), most: z.int().nullable() }),
    /** Points for friends in all, and what of them waits. */
    earned: Points,
    waiting: Points,
    /** The last who joined first, at most a hundred. */
    friends: z.array(Friend),
  }),
  refusals: ['NOT_A_MEMBER'],
})

/** What his poster needs beside the restaurant's own name and colours. REF-04, C-47. */
export const poster = procedure({
  audience: 'diner',
  input: z.strictObject({}),
  output: z.object({
    code: z.string(),
    name: MaskedName.nullable(),
    /** A code image that opens home with his code, as a `data:` address; null when WeChat draws none. */
    image: z.string().startsWith('data:image/').nullable(),
  }),
  refusals: ['NOT_A_MEMBER'],
})
