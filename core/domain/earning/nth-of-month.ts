import type { MultiplierRule } from './rule'

/** The 1st, 3rd and 5th bill of a month ×1.5: who has come twice comes a third time. EARN-17. */
export const nthOfMonthMultiplier: MultiplierRule = ({ nthOfMonth: nth }, { nthOfMonth: rule }) =>
  rule !== null && nth !== null && rule.orders.includes(nth) ? [{ rule: 'nthOfMonth', nth, bp: rule.bp }] : []
