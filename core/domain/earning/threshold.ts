import type { Earn } from '../../contract'
import type { AdditionRule } from './rule'

type Threshold = Earn['thresholds'][number]

/** From 200 yuan on 50 points more; with 500 → 150 beside it, 500 yuan get the 150 alone. EARN-15, EARN-16. */
export const thresholdAddition: AdditionRule = ({ amount }, { thresholds }) => {
  const reached = thresholds
    .filter((threshold) => threshold.amount <= amount)
    .reduce<Threshold | undefined>(
      (one, other) => (one && one.amount >= other.amount ? one : other),
      undefined,
    )
  return reached ? [{ rule: 'threshold', amount: reached.amount, bonus: reached.points }] : []
}
