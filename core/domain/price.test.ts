import fc from 'fast-check'
import type { BusinessDay, Campaign, Program, Reward, RewardId } from '../contract'
import { type Account, balanceOf, openAccount, postAll } from './account'
import { points } from './amounts'
import { claimReward } from './claim-reward'
import { isOnThrough } from './earning/campaign-days'
import { renew, type Waiting } from './letters/renew'
import { recommended } from './presets/recommended'
import { priceFor, priceOf } from './price'
import { reverseClaim } from './reverse/reverse-claim'
import { goals } from './standing'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-18')
const [dish] = recommended.rewards.filter(({ id }) => id === 'signature-dish') as [Reward]
const [memberDay] = recommended.earn.campaigns as [Campaign]
const half = (over: Partial<Campaign> = {}, bp = 5_000, rewards: string[] | null = null): Campaign => ({
  ...memberDay,
  id: 'half',
  name: '会员日半价',
  effect: { kind: 'exchange', bp, rewards: rewards as RewardId[] | null },
  ...over,
})
const having = (...campaigns: Campaign[]): Program => ({
  ...recommended,
  earn: { ...recommended.earn, campaigns: [memberDay, ...campaigns] },
})
const holding = (balance: number): Account => ({
  ...openAccount(),
  tier: 'silver',
  lots: [{ expiresOn: day('2027-05-01'), left: points(balance) }],
})
const paid = (...campaigns: Campaign[]) => priceOf(dish, campaigns, TODAY, 'silver')

test.each([
  ['CAMP-04, FLASH-02: at half on member day', half(), 150],
  ['EARN-28: 20 % less at the anniversary of the shop', half({ days: { kind: 'every' } }, 8_000), 240],
  ['CAMP-01: for this dish among others', half({}, 5_000, ['drink', 'signature-dish']), 150],
  ['CAMP-01: for other dishes only', half({}, 5_000, ['drink']), 300],
  ['CAMP-01: on the day before it begins', half({ from: day('2026-11-19') }), 300],
  ['CAMP-01: on its last day', half({ to: TODAY }), 150],
  ['CAMP-01: on the day after its last', half({ to: day('2026-11-17') }), 300],
  ['CAMP-03: on another day of the month', half({ days: { kind: 'monthDays', days: [17, 19] } }), 300],
  ['CAMP-01: for his tier', half({ tiers: ['gold', 'silver'] }), 150],
  ['CAMP-01: for another tier', half({ tiers: ['gold'] }), 300],
  ['CAMP-03: where bills count double and nothing is cheaper', memberDay, 300],
])('%s a dish of 300 points costs what it must', (_, campaign, costs) => {
  expect(paid(campaign).points).toBe(costs)
  expect(paid(campaign).campaign).toEqual(costs === 300 ? null : campaign)
})

test.each([
  [75, 5_000, 37],
  [1, 5_000, 1],
  [3, 1, 1],
  [300, 3_333, 99],
  [2_000, 9_999, 1_999],
])(
  'CAMP-04: of %i points %i basis points are %i: down, in his favour, and never nothing',
  (usual, bp, costs) => {
    expect(priceOf({ ...dish, points: points(usual) }, [half({}, bp)], TODAY, 'silver').points).toBe(costs)
  },
)

test('CAMP-04, C-23: of several campaigns the lowest price counts, once; of equal ones the first', () => {
  const all = [half({ id: 'a' }, 8_000), half({ id: 'b' }), half({ id: 'c' }), half({ id: 'd' }, 9_000)]
  expect(paid(...all)).toMatchObject({ points: 150, campaign: { id: 'b' } })
})

test('CAMP-04, RED-15, UX-06: what he burns is the price of the day, and the line says what it usually is and why', () => {
  const claim = { reward: dish, redemption: 'R', token: null, left: null }
  const claimed = claimReward(holding(150), claim, TODAY, having(half()))
  expect(claimed.ok && claimed.value).toMatchObject([
    {
      drawn: [{ lot: '2027-05-01', points: 150 }],
      exchange: { campaign: 'half', name: '会员日半价', bp: 5_000, usual: 300 },
    },
  ])
  expect(claimReward(holding(149), claim, TODAY, having(half()))).toMatchObject({
    refusal: 'INSUFFICIENT_POINTS',
  })
  const usual = claimReward(holding(300), claim, day('2026-11-19'), having(half()))
  expect(usual.ok && usual.value[0]).not.toHaveProperty('exchange')
})

test.each([
  ['what he was told', 150, TODAY, null],
  ['more than it costs by now', 300, TODAY, null],
  ['half of it, and the day is over', 150, day('2026-11-19'), 'PRICE_ROSE'],
  ['a point less', 149, TODAY, 'PRICE_ROSE'],
])('CAMP-04: who was told %s pays no more than that', (_, told, on, refusal) => {
  const claim = { reward: dish, told: points(told), redemption: 'R', token: null, left: null }
  const claimed = claimReward(holding(1000), claim, on, having(half()))
  expect(claimed.ok ? null : claimed.refusal).toBe(refusal)
})

test('CAMP-04, C-50: what was claimed for less and is void gives back exactly what was burned, whatever it costs by then', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 300, max: 900 }), (bp, had) => {
      const program = having(half({}, bp))
      const before = holding(had)
      const claim = { reward: dish, redemption: 'R', token: null, left: null }
      const claimed = claimReward(before, claim, TODAY, program)
      if (!claimed.ok) throw new Error(claimed.refusal)
      const after = postAll(before, claimed.value)
      const [{ drawn, reward, rewardName }] = claimed.value as [(typeof claimed.value)[number]]
      expect(balanceOf(after)).toBe(had - priceFor(dish, before, TODAY, program).points)
      const about = { reward, rewardName, redemption: 'R', drawn, reason: '沽清', by: '小李' }
      const back = reverseClaim(after, about, day('2026-11-19'), recommended)
      expect(postAll(after, [back])).toEqual(before)
    }),
  )
})

test('MALL-07, CAMP-04: the next goal and what is within reach go by the prices of the day', () => {
  const program = having(half({}, 5_000, ['signature-dish', 'feast']))
  expect(goals(holding(140), TODAY, program)).toMatchObject({
    goal: { id: 'dessert', points: 150, missing: 10 },
    best: { id: 'drink' },
    affordable: 2,
  })
  expect(goals(holding(150), TODAY, program)).toMatchObject({ affordable: 4, goal: { id: 'main-dish' } })
})

test.each([
  ['the 18th of each month', { kind: 'monthDays', days: [18] }, '2026-11-18'],
  ['the 17th to the 19th', { kind: 'monthDays', days: [17, 18, 19] }, '2026-11-19'],
  ['Wednesday to Friday', { kind: 'weekdays', weekdays: [3, 4, 5] }, '2026-11-20'],
  ['all days of the week', { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }, '2027-06-30'],
  ['every day', { kind: 'every' }, '2027-06-30'],
  ['all days of a month but the 31st', { kind: 'monthDays', days: until(30) }, '2026-12-30'],
] as [string, Campaign['days'], string][])('CAMP-04: on %s it lasts through %s', (_, days, through) => {
  expect(isOnThrough(half({ days, to: day('2027-06-30') }), TODAY)).toBe(through)
})

test('CAMP-04: the longest list of days that ends before its campaign is all but the 31st, from June to July', () => {
  const campaign = half({ days: { kind: 'monthDays', days: until(30) } })
  expect(isOnThrough(campaign, day('2027-06-01'))).toBe('2027-07-30')
  expect(isOnThrough(half({ days: { kind: 'every' }, to: day('2026-11-20') }), TODAY)).toBe('2026-11-20')
})

function until(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1)
}

test.each([
  ['2026-11-18', 150, 150],
  ['2026-11-19', 299, null],
  ['2026-11-19', 300, 300],
])(
  'RED-14, C-12, CAMP-04: what was affordable on member day is told on %s to who has %i as %p, or not at all',
  (on, had, price) => {
    const about = { reward: dish.id, rewardName: dish.name, picture: dish.picture, others: 0 }
    const letter: Waiting = {
      no: 1,
      at: 0,
      on: TODAY,
      news: { kind: 'affordable', ...about, points: points(150) },
    }
    const reader = { account: holding(had), birthday: null, joinedOn: TODAY, program: having(half()) }
    const told = renew(letter, reader, day(on), new Date(0))
    expect(told).toEqual(price === null ? null : { ...letter.news, points: price })
  },
)
