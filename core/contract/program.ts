import * as z from 'zod'
import { Caps } from './caps'
import { CheckIn } from './check-in'
import { BirthdayDiscount } from './discount'
import { Anniversary, Earn } from './earning'
import { Expiry } from './expiry'
import { BranchId, BusinessDay, Fen, Points, RewardId } from './primitives'
import { Questionnaire } from './questionnaire'
import { Referral } from './referral'
import { Reminders } from './reminders'
import { StampCard } from './stamp-card'
import { Tier, TierKeep, TierSale } from './tiers'

/** Something points can be burned for. RED-05 to RED-10. */
export const Reward = z.strictObject({
  id: RewardId,
  name: z.string().min(1).max(20),
  description: z.string().max(60),
  category: z.enum(['snack', 'drink', 'dish', 'set', 'treat']),
  picture: z.string().regex(/^\/[\w./-]+$|^https:\/\//),
  points: Points.min(1),
  /** What the guest would pay for it. */
  worth: Fen,
  /** How many there are at first; null for as many as the kitchen can make. */
  stock: z.int().min(0).max(1_000_000).nullable(),
  /** How often one member may claim it on a business day; null for any number, as in versions from before. RISK-10. */
  perDay: z.int().min(0).max(100).nullable().default(null),
  /** Where it may be redeemed; null for every branch. */
  branches: z.array(BranchId).nullable(),
})
export type Reward = z.infer<typeof Reward>

/** How far a role goes alone; null for as far as anybody can. SEC-03. */
const Limits = z.strictObject({
  /** The largest bill he settles; above it somebody of a higher role does. */
  bill: Fen.nullable(),
  /** The largest bill he takes back, wholly or in part. */
  reversal: Fen.nullable(),
  /** The most points he gives or takes by hand; above it a second person approves. */
  adjustment: Points.nullable(),
})

/**
 * The restaurant's promises as data: one version is immutable once published, valid from a day,
 * and named by every entry it made.
 */
export const Program = z.strictObject({
  version: z.string().regex(/^[a-z0-9-]{1,40}$/),
  validFrom: BusinessDay,
  earn: Earn,
  caps: Caps,
  expiry: Expiry,
  /** Null where there is none. */
  checkIn: CheckIn.nullable(),
  /** Null where nobody is asked; programmes that were published before there were any say nothing. EARN-13. */
  questionnaire: Questionnaire.nullable().default(null),
  /** Ascending on every route; the first is everybody's. */
  tiers: z.array(Tier).min(1).max(8),
  /** Null when tiers are kept for ever. */
  keep: TierKeep.nullable(),
  /** Tiers that points buy; none unless the restaurant says so. C-21. */
  tierSales: z.array(TierSale).max(8),
  /** Who takes a tier's discount off a bill: the till did, or our page does from the full amount typed. C-51. */
  discountAt: z.enum(['till', 'desk']),
  /** One bill on a birthday; null where there is none, as in programmes from before it. BDAY-01. */
  birthdayDiscount: BirthdayDiscount.nullable().default(null),
  rewards: z.array(Reward),
  /** Null where nothing is given for staying; programmes from before it give nothing. BDAY-05. */
  anniversary: Anniversary.nullable().default(null),
  /** Null where there is none; versions published before there were any say nothing of it. CAMP-09. */
  stampCard: StampCard.nullable().default(null),
  /** Null where nothing is given for bringing friends. */
  referral: Referral.nullable(),
  /** Calendar days that a redemption code can be used, the day of claiming not counted. */
  redemptionDays: z.int().min(1).max(365),
  /** What members are told of; null for nothing. */
  reminders: Reminders.nullable(),
  limits: z.strictObject({ clerk: Limits, manager: Limits, admin: Limits }),
})
export type Program = z.infer<typeof Program>
