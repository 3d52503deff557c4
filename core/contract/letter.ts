import * as z from 'zod'
import { PointsSource } from './account'
import {
  BasisPoints,
  BranchId,
  BusinessDay,
  Fen,
  Instant,
  MemberId,
  Month,
  Points,
  RewardId,
} from './primitives'
import { StampPrice } from './stamp-card'

/** What points came of. */
const Cause = z.discriminatedUnion('type', [
  z.object({ type: z.literal('joined') }),
  z.object({ type: z.literal('bill'), branch: BranchId, branchName: z.string(), amount: Fen }),
  z.object({ type: z.literal('granted'), source: PointsSource }),
])

/** What a letter tells. Every figure is what was true when it was written. */
export const News = z.discriminatedUnion('kind', [
  /** Points have come. REM-01. */
  z.object({ kind: z.literal('arrived'), points: Points, balance: Points, cause: Cause }),
  /** A code of his is void, and its points are his again: all of them, what paid a debt included. C-50. */
  z.object({
    kind: z.literal('returned'),
    rewardName: z.string(),
    points: Points,
    repaid: Points,
    /** The same where a full card had paid; missing where points had. CAMP-09. */
    stamps: StampPrice.optional(),
    balance: Points,
    reason: z.string(),
  }),
  /** Points will be gone. C-12. */
  z.object({
    kind: z.literal('expiring'),
    /** What goes first, and the last day on which it can be used. */
    points: Points,
    on: BusinessDay,
    /** All that goes by `until`, those first ones with it. */
    total: Points,
    until: BusinessDay,
    /** How near the nearest of what is told now for the first time is, as the programme counts: 30, 15, 7. */
    days: z.int(),
  }),
  /** The statement of a month. EXP-11, REM-03. */
  z.object({
    kind: z.literal('statement'),
    month: Month,
    balance: Points,
    /** How many rewards he can have, and the dearest of them. */
    affordable: z.int(),
    best: z.string().nullable(),
    /** What he lacks for the next one. */
    next: z.object({ name: z.string(), missing: Points }).nullable(),
  }),
  /** A reward has come within reach. RED-14. */
  z.object({
    kind: z.literal('affordable'),
    reward: RewardId,
    rewardName: z.string(),
    picture: z.string(),
    points: Points,
    /** How many others have as well. */
    others: z.int(),
  }),
  z.object({ kind: z.literal('tier'), tier: z.string(), tierName: z.string(), up: z.boolean() }),
  /** He is about to lose his tier: what he must still spend, and through which day. DOWN-02. */
  z.object({
    kind: z.literal('keeping'),
    tierName: z.string(),
    below: z.string(),
    missing: Fen,
    until: BusinessDay,
  }),
  /** He is barred: why, and through which day. RISK-04. */
  z.object({ kind: z.literal('barred'), until: BusinessDay.nullable(), reason: z.string() }),
  /** And no more. */
  z.object({ kind: z.literal('barLifted') }),
  /** He joined so many years ago: what is his for it. BDAY-05. */
  z.object({ kind: z.literal('anniversary'), years: z.int().positive(), points: Points, balance: Points }),
  /** BDAY-03. */
  z.object({
    kind: z.literal('birthday'),
    on: BusinessDay,
    /** What bills are multiplied by, and when, where the programme does so. */
    gift: z.object({ window: z.enum(['month', 'day']), bp: BasisPoints }).nullable(),
    /** What one bill on that day is paid at; missing where it is paid as any other. BDAY-01. */
    payBp: z.int().optional(),
  }),
])
export type News = z.infer<typeof News>

/** A letter (站内信) in his inbox: numbered without gaps, written once, never changed. */
export const Letter = z.object({ no: z.int().positive(), at: Instant, news: News })
export type Letter = z.infer<typeof Letter>

/** What was told by message (告知记录), and what became of it: the evidence. Platform-and-law §6. */
export const Telling = z.object({
  member: MemberId,
  at: Instant,
  news: News,
  /** `asked`: nobody knows whether WeChat delivered it. */
  outcome: z.enum(['asked', 'sent', 'notAllowed', 'refused']),
})

/** How many messages the record of a week shows at most. */
export const MOST_TELLINGS = 200

/** Letters on one page of the inbox. */
export const INBOX_PAGE = 20
