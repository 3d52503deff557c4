import * as z from 'zod'
import { BusinessDay, CodeText, IdempotencyKey, Instant, Points, RewardId } from './primitives'
import { procedure } from './procedure'
import { Reward } from './program'
import { StampPrice } from './stamp-card'

/** A reward on the shelf, seen by one member. PAGE-02. */
const Offer = Reward.omit({ stock: true }).extend({
  /** What it costs him today. */
  points: Points,
  /** The campaign for which that is less than usual, and its last day in a row; null where none is on. CAMP-04. */
  exchange: z.object({ name: z.string(), usual: Points, until: BusinessDay }).nullable(),
  /** How many are left; null for no limit. */
  left: z.int().nullable(),
  /** How often he may claim it today still; null for no limit. RISK-10. */
  leftToday: z.int().nullable(),
  affordable: z.boolean(),
  missing: Points,
})

export const RedemptionStatus = z.enum(['issued', 'redeemed', 'void', 'expired'])

/** When, where, by whom and why a code was made void (作废). */
export const Voided = z.object({ at: Instant, branchName: z.string(), by: z.string(), reason: z.string() })

/** A redemption code (兑换码) and what became of it. RED-12, RED-20. */
const Redemption = z.object({
  /** Sixteen letters and digits: 80 random bits. */
  code: z.string(),
  /** What its QR code holds. */
  qr: z.string(),
  reward: RewardId,
  rewardName: z.string(),
  picture: z.string(),
  points: Points,
  /** What it cost where a full card paid. CAMP-09. */
  stamps: StampPrice.nullable().default(null),
  status: RedemptionStatus,
  issuedAt: Instant,
  expiresOn: BusinessDay,
  used: z.object({ at: Instant, branchName: z.string(), by: z.string() }).nullable(),
  /** Claims kept from before codes could be void say nothing of it. */
  voided: Voided.nullable().default(null),
})

export const mall = {
  list: procedure({
    audience: 'diner',
    input: z.strictObject({}),
    output: z.object({
      today: BusinessDay,
      balance: Points,
      offers: z.array(Offer),
      openCodes: z.int(),
      /** How long a code can be used. */
      redemptionDays: z.int(),
    }),
    refusals: ['NOT_A_MEMBER'],
  }),
  /**
   * Burns points from the lots that expire soonest, or takes a full card of stamps; takes one from stock, issues
   * a code. RED-12, CAMP-09.
   */
  claim: procedure({
    audience: 'diner',
    input: z.strictObject({
      key: IdempotencyKey,
      reward: RewardId,
      /** What he was told that it costs: he never pays more. A page from before prices changed by the day says none. */
      price: Points.optional(),
      /** Missing where points pay. */
      with: z.literal('stamps').optional(),
    }),
    output: z.object({ redemption: Redemption, balance: Points }),
    refusals: [
      'NOT_A_MEMBER',
      'REWARD_NOT_FOUND',
      'BARRED',
      'PRICE_ROSE',
      'DAILY_LIMIT_REACHED',
      'INSUFFICIENT_POINTS',
      'CARD_NOT_FULL',
      'OUT_OF_STOCK',
    ],
  }),
  /** My codes: open ones first, then newest first. */
  redemptions: procedure({
    audience: 'diner',
    input: z.strictObject({}),
    output: z.object({ redemptions: z.array(Redemption) }),
    refusals: [],
  }),
  redemption: procedure({
    audience: 'diner',
    input: z.strictObject({ code: CodeText }),
    output: z.object({ redemption: Redemption }),
    refusals: ['CODE_NOT_FOUND'],
  }),
}
