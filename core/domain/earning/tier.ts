import { FULL_BP } from '../amounts'
import { type EarningRule, times } from './rule'

/** The tier he has before the bill multiplies: 200 × 1.2 = 240. EARN-19, EARN-20. */
export const tierMultiplier: EarningRule = (exact, { tier }) =>
  tier.multiplierBp === FULL_BP
    ? null
    : {
        exact: times(exact, tier.multiplierBp),
        show: (points) => ({ rule: 'tier', tier: tier.name, bp: tier.multiplierBp, points }),
      }
