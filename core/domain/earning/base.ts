import type { EarningRule } from './rule'

/** Base points: amount × rate. 200.00 yuan at 1 point a yuan are 200. EARN-01, EARN-02. */
export const base: EarningRule = (_exact, { amount }, { earn }) => ({
  exact: { n: BigInt(amount) * BigInt(earn.pointsPerYuan), d: 100n },
  show: (points) => ({ rule: 'base', amount, pointsPerYuan: earn.pointsPerYuan, points }),
})
