import type { AdditionRule, MultiplierRule } from './rule'

/** First order (首单) doubled: 100 yuan are 200 points. EARN-07, C-02. */
export const firstOrderMultiplier: MultiplierRule = ({ billsBefore }, { firstOrder: rule }) =>
  billsBefore === 0 && rule?.mode === 'multiplier' ? [{ rule: 'firstOrderMultiplier', bp: rule.bp }] : []

/** First order: 100 points on top, of any amount or from one on. EARN-06, C-02. */
export const firstOrderAddition: AdditionRule = ({ billsBefore, amount }, { firstOrder: rule }) => {
  if (billsBefore > 0) return []
  const reached = rule?.mode === 'flat' || (rule?.mode === 'threshold' && amount >= rule.amount)
  return reached ? [{ rule: 'firstOrderBonus', bonus: rule.points }] : []
}
