import type { Reward } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { budget, costPerPoint } from './budget'

const [aReward] = recommended.rewards as [Reward]
/** A shelf of rewards of 100 points each that guests think are worth so many fen. */
const worth = (...each: number[]) => ({
  ...recommended,
  rewards: each.map((fens) => ({ ...aReward, points: points(100), worth: fen(fens) })),
})

test.each([
  [[1500], 5.25],
  [[1000, 2000], 5.25],
  [[], 0],
])(
  'COST-03, C-41: for 100 points %j fen: a point costs %f fen of goods, where it is burned',
  (each, cost) => {
    expect(costPerPoint(worth(...each))).toBeCloseTo(cost, 9)
  },
)

test.each([
  [1714, null],
  [1715, 49],
  [3000, 28],
])(
  'COST-06, MET-02: at %i fen for 100 points 3 %% of turnover are spent with %p %% redeemed',
  (each, share) => {
    const remark = { rule: 'OVER_BUDGET', at: 'rewards', expected: 50, found: share }
    expect(budget(worth(each), { today: recommended.validFrom, branches: [], before: null })).toEqual(
      share === null ? [] : [remark],
    )
  },
)
