import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { budget, costPerPoint } from './budget'
import { anyDay, shelf } from './recommended-with'

/** A shelf of rewards of 100 points each that guests think are worth so many fen. */
const worth = (...each: number[]) => shelf(...each.map((fens) => ({ points: points(100), worth: fen(fens) })))

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
  [1714, 1, null],
  [1715, 1, 49],
  [3000, 1, 28],
  [857, 2, null],
  [858, 2, 49],
])(
  'COST-06, MET-02: at %i fen for 100 points, %i a yuan, 3 %% of turnover are spent with %p %% redeemed',
  (each, pointsPerYuan, share) => {
    const program = { ...worth(each), earn: { ...recommended.earn, pointsPerYuan } }
    const remark = { rule: 'OVER_BUDGET', at: 'rewards', expected: 50, found: share }
    expect(budget(program, anyDay)).toEqual(share === null ? [] : [remark])
  },
)
