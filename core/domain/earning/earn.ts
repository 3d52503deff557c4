import type { Points, Program, Step } from '../../contract'
import { points } from '../amounts'
import { base } from './base'
import { birthdayMonth } from './birthday-month'
import { firstOrder } from './first-order'
import { type EarningRule, type Exact, floor, type Occasion } from './rule'
import { tierMultiplier } from './tier'

/** In this order: multipliers first, additions after them, so that a bonus is not multiplied. C-07. */
const RULES: readonly EarningRule[] = [base, tierMultiplier, birthdayMonth, firstOrder]

/**
 * Points for a bill and how they came about. 200 yuan in the month of birth as first order:
 * 200 → ×2 = 400 → +100 = 500. EARN-08. Rounded once, at the end, down.
 */
export function earn(occasion: Occasion, program: Program): { earned: Points; steps: Step[] } {
  let exact: Exact = { n: 0n, d: 1n }
  const steps: Step[] = []
  for (const rule of RULES) {
    const taken = rule(exact, occasion, program)
    if (taken === null) continue
    exact = taken.exact
    steps.push(taken.show(points(floor(exact))))
  }
  return { earned: points(floor(exact)), steps }
}
