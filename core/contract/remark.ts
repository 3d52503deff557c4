import * as z from 'zod'

/** What the linter looks for. An error cannot be published; a warning can. */
export const LintRule = z.enum([
  'TIERS_BROKEN',
  'TIER_OUT_OF_REACH',
  'TIER_SALE_BROKEN',
  'NAME_TWICE',
  'JUBILEE_TWICE',
  'ANNIVERSARY_BACKDATED',
  'BIRTHDAY_DISCOUNT_BROKEN',
  'CAMPAIGN_NEVER_ON',
  'EXCHANGE_NEEDS_A_BILL',
  'EXCHANGE_FOR_NOTHING',
  'REWARD_UNKNOWN',
  'NEVER_CLAIMED',
  'TIER_UNKNOWN',
  'BRANCH_UNKNOWN',
  'WORDS_FORBIDDEN',
  'NOTICE_TOO_SHORT',
  'EARNS_ONLY_FROM_AN_AMOUNT',
  'REWARD_POOR',
  'LADDER_HAS_A_HOLE',
  'FIRST_REWARD_FAR',
  'REGISTRATION_UNUSUAL',
  'EXPIRES_SOON',
  'NEVER_EXPIRES',
  'TOO_MANY_WAYS',
  'MILESTONE_UNREACHABLE',
  'CHECK_IN_GENEROUS',
  'QUESTIONNAIRE_REWRITTEN',
  'QUESTIONNAIRE_DEAR',
  'MULTIPLIERS_HIGH',
  'DAY_DEAR',
  'OVER_BUDGET',
  'CODE_SHORT_LIVED',
  'REFERRAL_NEVER_PAYS',
  'REFERRAL_UNCAPPED',
  'REFERRAL_TOO_EARLY',
  'REFERRAL_FOR_A_TAP',
  'REFERRAL_DEAR',
  'NOT_REMINDED',
  'KEEP_DEARER_THAN_REACH',
  'BIRTHDAY_DISCOUNT_DEEP',
  'DISCOUNT_DEEP',
  'DISCOUNT_AND_MULTIPLIER',
  'CAP_DROPS_SPEND',
  'CAP_LOW',
  'CAP_BELOW_GIFT',
  'CAP_DROPS_GIFT',
  'ADJUSTS_WITHOUT_LIMIT',
  'CARD_REWARD_UNKNOWN',
  'CARD_STAMPS_UNUSUAL',
  'CARD_GENEROUS',
  'CARD_REWARD_RUNS_OUT',
])
export type LintRule = z.infer<typeof LintRule>

/** One thing to look at: which rule, where in the programme, and the numbers to tell it with. */
export const Remark = z.object({
  rule: LintRule,
  grade: z.enum(['error', 'warning']),
  /** A path like `rewards.2`. */
  at: z.string(),
  /** What is usual, or asked for. */
  expected: z.union([z.number(), z.string()]).optional(),
  found: z.union([z.number(), z.string()]).optional(),
})
export type Remark = z.infer<typeof Remark>
