import type { AdditionRule } from './rule'

/** From 200 yuan on 50 points more; with 500 → 150 beside it, 500 yuan get the 150 alone. EARN-15, EARN-16. */
export const thresholdAddition: AdditionRule = ({ amount }, { thresholds }) => {
  const reached = thresholds.findLast((threshold) => threshold.amount <= amount)
  return reached ? [{ rule: 'threshold', amount: reached.amount, bonus: reached.points }] : []
}
