import type { Lint } from './remark'

/** A banquet that earns nothing beyond a line makes an enemy of the best guest: it should be looked at. C-10. */
export const spendIsNotDropped: Lint = ({ caps: { spend } }) =>
  spend?.over === 'drop' ? [{ rule: 'CAP_DROPS_SPEND', at: 'caps.spend', found: spend.points }] : []

/** On one day one can earn what joining gives and the first reward costs: less feels like a mistake. C-10. */
export const spendCapIsNotLow: Lint = ({ caps: { spend }, earn, rewards }) => {
  if (spend === null) return []
  const cheapest = rewards.length === 0 ? 0 : Math.min(...rewards.map(({ points }) => points))
  const expected = Math.max(earn.registration, cheapest)
  return spend.points < expected ? [{ rule: 'CAP_LOW', at: 'caps.spend', expected, found: spend.points }] : []
}

/** Who may give any number of points alone is watched by nobody. SEC-03. */
export const managersAreBounded: Lint = ({ limits: { manager } }) =>
  manager.adjustment === null ? [{ rule: 'ADJUSTS_WITHOUT_LIMIT', at: 'limits.manager.adjustment' }] : []
