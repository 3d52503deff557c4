import type { Program } from '../../contract'
import type { Lint } from './remark'

/** What the kitchen pays of what the guest would pay: 30 to 40 %. COST-03. */
const GOODS_COST = 0.35
/** The programme may cost 2 to 3 % of turnover. COST-06. */
export const BUDGET = 0.03
/** Of the points issued 30 to 50 % are redeemed where a programme is healthy. MET-02. */
export const HEALTHY = 0.5

/**
 * What the points of one yuan cost if all of them are burned, as a share of that yuan: 1 point,
 * rewards worth 15 fen a point, 35 % goods cost: 5.25 %. Recognised once, at redemption. C-41.
 */
const costOf = (program: Program): number => (program.earn.pointsPerYuan * costPerPoint(program)) / 100

/** What a point costs when it is burned, in fen: nothing where nothing can be had for it. COST-03. */
export function costPerPoint({ rewards }: Pick<Program, 'rewards'>): number {
  if (rewards.length === 0) return 0
  const worthPerPoint = rewards.reduce((sum, { worth, points }) => sum + worth / points, 0) / rewards.length
  return worthPerPoint * GOODS_COST
}

/** Warn when the budget is spent before half of the points are redeemed, and say from which share on. COST-06. */
export const budget: Lint = (program) => {
  const cost = costOf(program)
  return cost * HEALTHY > BUDGET
    ? [
        {
          rule: 'OVER_BUDGET',
          at: 'rewards',
          expected: HEALTHY * 100,
          found: Math.floor((BUDGET / cost) * 100),
        },
      ]
    : []
}
