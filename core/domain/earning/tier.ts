import { FULL_BP } from '../amounts'
import type { MultiplierRule } from './rule'

/** The tier he has before the bill multiplies: 200 × 1.2 = 240. EARN-19, EARN-20. */
export const tierMultiplier: MultiplierRule = ({ tier }) =>
  tier.multiplierBp === FULL_BP ? [] : [{ rule: 'tier', tier: tier.name, bp: tier.multiplierBp }]
