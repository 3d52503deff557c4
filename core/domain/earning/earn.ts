import type { Points, Program, Step } from '../../contract'
import { birthdayMultiplier } from './birthday'
import { campaignAdditions, campaignMultipliers } from './campaign'
import { firstOrderAddition, firstOrderMultiplier } from './first-order'
import { jubileeAddition } from './jubilee'
import { newMemberMultiplier } from './new-member'
import { nthOfMonthMultiplier } from './nth-of-month'
import type { AdditionRule, Base, MultiplierRule, Occasion } from './rule'
import { stack } from './stack'
import { takeSteps } from './take-steps'
import { thresholdAddition } from './threshold'
import { tierMultiplier } from './tier'

const MULTIPLIERS: readonly MultiplierRule[] = [
  tierMultiplier,
  birthdayMultiplier,
  nthOfMonthMultiplier,
  newMemberMultiplier,
  firstOrderMultiplier,
  campaignMultipliers,
]

const ADDITIONS: readonly AdditionRule[] = [
  firstOrderAddition,
  jubileeAddition,
  thresholdAddition,
  campaignAdditions,
]

/**
 * Points for a bill and how they came about. 200 yuan in the month of birth as first order:
 * 200 → ×2 = 400 → +100 = 500. EARN-08. Rounded once, at the end, down.
 *
 * Additions come after multiplications, so that a bonus is not multiplied, unless the programme
 * wants it to be. C-07. A bill of nothing earns nothing.
 */
export function earn(occasion: Occasion, { earn: rules }: Program): { earned: Points; steps: Step[] } {
  const { amount } = occasion
  const base: Base = { rule: 'base', amount, pointsPerYuan: rules.pointsPerYuan }
  if (amount === 0) return takeSteps([base])
  const multipliers = MULTIPLIERS.flatMap((rule) => rule(occasion, rules))
  const additions = ADDITIONS.flatMap((rule) => rule(occasion, rules))
  const multiplied = [...multipliers, ...stack(multipliers, rules.stacking)]
  return takeSteps(
    rules.stacking.multiplyAdditions
      ? [base, ...additions, ...multiplied]
      : [base, ...multiplied, ...additions],
  )
}
