import type { BusinessDay, Entry, Fen, Program, Tier } from '../contract'
import type { Account } from './account'
import { assert } from './result'

/** The highest tier that the spend reaches. Tiers ascend and the first starts at zero. LVL-01. */
export function tierAt(spend: Fen, program: Program): Tier {
  const reached = program.tiers.filter((tier) => tier.qualifyingSpend <= spend).at(-1)
  assert(reached !== undefined, 'the first tier starts at zero')
  return reached
}

/** The tier he has; one that the programme no longer knows counts as what his spend reaches. */
export const tierOf = (account: Account, program: Program): Tier =>
  program.tiers.find(({ id }) => id === account.tier) ?? tierAt(account.qualifyingSpend, program)

/** The tier after his, if there is one. */
export const tierAfter = (tier: Tier, program: Program): Tier | null =>
  program.tiers[program.tiers.indexOf(tier) + 1] ?? null

/** Straight to the highest tier reached, however many lie between. C-26. */
export function upgrade(account: Account, on: BusinessDay, program: Program): Entry[] {
  const has = tierOf(account, program)
  const reached = tierAt(account.qualifyingSpend, program)
  if (program.tiers.indexOf(reached) <= program.tiers.indexOf(has)) return []
  const change = { from: has.id, to: reached.id, toName: reached.name }
  return [{ type: 'TierChanged', on, ...change, program: program.version }]
}

/**
 * What a reversal does to his tier: one that only the reversed spend had reached goes with it. One he
 * has above what his spend had reached he has for another reason, and keeps. I12.
 */
export function descend(before: Account, after: Account, on: BusinessDay, program: Program): Entry[] {
  const rank = (tier: Tier) => program.tiers.indexOf(tier)
  const has = tierOf(before, program)
  const reaches = tierAt(after.qualifyingSpend, program)
  if (rank(has) > rank(tierAt(before.qualifyingSpend, program)) || rank(has) <= rank(reaches)) return []
  const change = { from: has.id, to: reaches.id, toName: reaches.name }
  return [{ type: 'TierChanged', on, ...change, program: program.version }]
}
