import { type EarningRule, plus, times } from './rule'

/** First order (首单): 100 points on top, or everything before it doubled. EARN-06, EARN-07, C-02. */
export const firstOrder: EarningRule = (exact, { billsBefore }, { earn }) => {
  const rule = earn.firstOrder
  if (rule === null || billsBefore > 0) return null
  return rule.mode === 'flat'
    ? {
        exact: plus(exact, rule.points),
        show: (points) => ({ rule: 'firstOrderBonus', bonus: rule.points, points }),
      }
    : {
        exact: times(exact, rule.bp),
        show: (points) => ({ rule: 'firstOrderMultiplier', bp: rule.bp, points }),
      }
}
