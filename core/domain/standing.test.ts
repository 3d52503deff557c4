import type { BusinessDay, Program, Tier } from '../contract'
import { type Account, openAccount } from './account'
import { FULL_BP, fen, points } from './amounts'
import { noRoute } from './presets/no-route'
import { recommended } from './presets/recommended'
import { goalOf, goals, routesTo, stampCardStanding, tierStanding } from './standing'

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

const [silver, gold, diamond] = recommended.tiers as [Tier, Tier, Tier]
test('C-21, C-25: of a tier that points alone can buy it is not said how far it is, nor of the one after it', () => {
  const program: Program = { ...recommended, tiers: [silver, { ...gold, reach: noRoute }, diamond] }
  expect(tierStanding(holding(0, spent(1)), day, program).next).toBeNull()
  expect(tierStanding(holding(0, { tier: 'gold' }), day, program).next).toMatchObject({ id: 'diamond' })
  expect(tierStanding(holding(0, { tier: 'diamond' }), day, program).next).toBeNull()
})

test('C-25: the next tier says every route, the nearest to its end first, and where he is told of one it is that', () => {
  const reach = { ...noRoute, spend: fen(1_000), points: points(100) }
  const program: Program = { ...recommended, tiers: [silver, { ...gold, reach }] }
  const growth = { ...openAccount().growth, spend: 500, points: 51 }
  const account = holding(0, { growth })
  const ways = routesTo({ ...gold, reach }, account, day)
  expect(ways.map(({ route, missing }) => [route, missing])).toEqual([
    ['points', 49],
    ['spend', 500],
  ])
  expect(tierStanding(account, day, program).next).toMatchObject({ route: 'points', missing: 49 })
})

test('CAMP-09: a card of stamps for a reward that is gone from the shelf is not shown, nor one there is not', () => {
  const stampCard = { ...{ stamps: 10, atLeast: fen(100), reward: reward.id } } as Program['stampCard']
  expect(stampCardStanding(holding(0), { ...recommended, stampCard })).toMatchObject({
    of: 10,
    reward: { id: reward.id },
  })
  expect(stampCardStanding(holding(0), { ...recommended, stampCard, rewards: [] })).toBeNull()
  expect(stampCardStanding(holding(0), { ...recommended, stampCard: null })).toBeNull()
})
