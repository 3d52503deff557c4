import type { BusinessDay, Program } from '../contract'
import { type Account, openAccount } from './account'
import { FULL_BP, fen, points } from './amounts'
import { recommended } from './presets/recommended'
import { goalOf, goals, tierStanding } from './standing'

const holding = (balance: number, about: Partial<Account> = {}): Account => ({
  ...openAccount(),
  tier: 'silver',
  lots: balance === 0 ? [] : [{ expiresOn: '2027-01-01' as BusinessDay, left: points(balance) }],
  ...about,
})

const day = '2026-11-21' as BusinessDay
const spent = (spend: number): Partial<Account> => ({
  growth: { ...openAccount().growth, spend: fen(spend) },
})

test.each([
  [99_999, 1, 9_999],
  [100_000, 0, FULL_BP],
  [100_001, 0, FULL_BP],
])(
  'LVL-12: a silver member whose %i fen reach what gold costs by now is short of %i until his next bill',
  (spend, missing, progressBp) => {
    const standing = tierStanding(holding(0, spent(spend)), day, recommended)
    expect(standing).toMatchObject({ id: 'silver', name: '银卡会员', multiplierBp: 10_000 })
    expect(standing.next).toEqual({
      id: 'gold',
      name: '金卡会员',
      multiplierBp: 12_000,
      payBp: FULL_BP,
      route: 'spend',
      asked: 100_000,
      missing,
      progressBp,
    })
  },
)

const [reward] = recommended.rewards
if (reward === undefined) throw new Error('the programme has rewards')

test.each([
  [0, 50, 0],
  [49, 1, 9_800],
  [50, 0, FULL_BP],
  [51, 0, FULL_BP],
])('MALL-07: with %i points a reward of 50 is %i away', (balance, missing, progressBp) => {
  const { id, name, picture, worth } = reward
  const goal = { id, name, picture, worth, points: 50, missing, progressBp }
  expect(goalOf(reward, reward.points, holding(balance))).toEqual(goal)
})

test('MALL-07: rewards are goals by their price, in whatever order they stand on the shelf', () => {
  const shelf = [...recommended.rewards].reverse()
  const program: Program = { ...recommended, rewards: shelf }
  expect(goals(holding(120), day, program)).toMatchObject({
    goal: { id: 'dessert', missing: 30 },
    best: { id: 'drink' },
    affordable: 2,
  })
  expect(program.rewards.map(({ id }) => id)).toEqual(shelf.map(({ id }) => id))
  expect(program.rewards[0]?.id).toBe('feast')
})
