import type { BranchId, BusinessDay, Program } from '../../contract'

/** What is wrong with a programme, by the law, by the platform's rules or by its own logic: it cannot be published. */
export const ERRORS = [
  'TIERS_BROKEN',
  'NAME_TWICE',
  'CAMPAIGN_NEVER_ON',
  'TIER_UNKNOWN',
  'BRANCH_UNKNOWN',
  'WORDS_FORBIDDEN',
  'NOTICE_TOO_SHORT',
] as const

/** What the owners' guides call a trap: it can be published, and the manager is told. */
export const WARNINGS = [
  'EARNS_ONLY_FROM_AN_AMOUNT',
  'REWARD_POOR',
  'LADDER_HAS_A_HOLE',
  'FIRST_REWARD_FAR',
  'REGISTRATION_UNUSUAL',
  'EXPIRES_SOON',
  'TOO_MANY_WAYS',
  'MULTIPLIERS_HIGH',
  'OVER_BUDGET',
  'CODE_SHORT_LIVED',
] as const

export type LintRule = (typeof ERRORS)[number] | (typeof WARNINGS)[number]

/** One thing to look at: which rule, where in the programme, and the numbers to tell it with. */
export interface Remark {
  rule: LintRule
  /** A path like `rewards.2`. */
  at: string
  /** What is usual, or asked for. */
  expected?: number | string
  found?: number | string
}

/** What a programme is judged by, beside itself. */
export interface Surroundings {
  today: BusinessDay
  branches: readonly BranchId[]
  /** The programme that is valid when this one begins; null for the first. */
  before: Program | null
}

/** A rule of the linter: pure, one small file for each group of them. */
export type Lint = (program: Program, around: Surroundings) => Remark[]

export const isError = ({ rule }: Remark): boolean => (ERRORS as readonly string[]).includes(rule)
