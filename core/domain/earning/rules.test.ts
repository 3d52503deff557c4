import type { BranchId, BusinessDay, Campaign, Earn, Points, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { campaignAdditions, campaignMultipliers } from './campaign'
import { isCampaignDay } from './campaign-days'
import { firstOrderAddition, firstOrderMultiplier } from './first-order'
import { newMemberMultiplier } from './new-member'
import { nthOfMonthMultiplier } from './nth-of-month'
import type { Multiplier, Occasion } from './rule'
import { stack } from './stack'
import { takeSteps } from './take-steps'
import { thresholdAddition } from './threshold'

const day = (text: string) => text as BusinessDay

const occasion: Occasion = {
  amount: fen(20_000),
  branch: 'jingan' as BranchId,
  day: day('2026-11-21'),
  tier: recommended.tiers[0] as Tier,
  birthday: null,
  joinedOn: day('2026-11-15'),
  billsBefore: 0,
  jubileesHad: [],
  nthOfMonth: 3,
}

const earnOf = (over: Partial<Earn>): Earn => ({ ...recommended.earn, ...over })

const campaign = (over: Partial<Campaign>): Campaign => ({
  id: 'autumn',
  name: '秋日',
  from: day('2026-11-01'),
  to: day('2026-11-30'),
  days: { kind: 'every' },
  branches: null,
  tiers: null,
  atLeast: fen(0),
  effect: { kind: 'multiplier', bp: 20_000 },
  ...over,
})

const gold = (bp: number): Multiplier => ({ rule: 'newMember', until: day('2026-12-01'), bp })

test.each([
  ['max', [12_000, 20_000], 20_000, [{ rule: 'combined', how: 'max', bp: 20_000 }]],
  ['max', [12_000, 20_000], 19_999, [{ rule: 'combined', how: 'most', bp: 19_999 }]],
  ['add', [12_000, 20_000], 22_000, [{ rule: 'combined', how: 'add', bp: 22_000 }]],
  ['add', [12_000, 20_000], 21_999, [{ rule: 'combined', how: 'most', bp: 21_999 }]],
  ['multiply', [12_000, 20_000], 24_000, []],
  ['multiply', [12_000, 20_000], 23_999, [{ rule: 'combined', how: 'most', bp: 23_999 }]],
  ['max', [20_000], null, []],
  ['add', [20_000], null, []],
  ['multiply', [1_000_000], null, []],
  ['multiply', [1_000_001], null, [{ rule: 'combined', how: 'most', bp: 1_000_000 }]],
] as const)(
  'C-07: multipliers that %s, of %j and at most %s, come to %j',
  (combine, bps, mostBp, expected) => {
    expect(stack(bps.map(gold), { combine, mostBp, multiplyAdditions: false })).toEqual(expected)
  },
)

test.each([
  [20_000, [{ rule: 'threshold', amount: 20_000, bonus: 50 }]],
  [19_999, []],
  [49_999, [{ rule: 'threshold', amount: 20_000, bonus: 50 }]],
  [50_000, [{ rule: 'threshold', amount: 50_000, bonus: 150 }]],
])('EARN-15, EARN-16: of two thresholds a bill of %i fen reaches %j', (amount, expected) => {
  const thresholds = [
    { amount: fen(50_000), points: points(150) },
    { amount: fen(20_000), points: points(50) },
    { amount: fen(20_000), points: points(60) },
  ]
  expect(thresholdAddition({ ...occasion, amount: fen(amount) }, earnOf({ thresholds }))).toEqual(expected)
})

test.each([
  ['2026-11-21', [{ rule: 'newMember', until: '2026-11-21', bp: 20_000 }]],
  ['2026-11-22', []],
])('EARN-25: seven days from 15 November on, on %s there is %j', (on, expected) => {
  const earn = earnOf({ newMember: { days: 7, bp: 20_000 } })
  expect(newMemberMultiplier({ ...occasion, day: day(on) }, earn)).toEqual(expected)
})

test.each([
  [3, [{ rule: 'nthOfMonth', nth: 3, bp: 15_000 }]],
  [2, []],
  [null, []],
])('EARN-17: bill %s of its month gives %j', (nthOfMonth, expected) => {
  const earn = earnOf({ nthOfMonth: { orders: [1, 3, 5], bp: 15_000 } })
  expect(nthOfMonthMultiplier({ ...occasion, nthOfMonth }, earn)).toEqual(expected)
})

test.each([
  [0, { mode: 'multiplier', bp: 20_000 }, [{ rule: 'firstOrderMultiplier', bp: 20_000 }], []],
  [1, { mode: 'multiplier', bp: 20_000 }, [], []],
  [0, { mode: 'flat', points: 100 }, [], [{ rule: 'firstOrderBonus', bonus: 100 }]],
  [1, { mode: 'flat', points: 100 }, [], []],
] as const)(
  'EARN-06, EARN-07: after %i bills a first order of %j multiplies by %j and adds %j',
  (billsBefore, rule, multiplies, adds) => {
    const earn = earnOf({ firstOrder: rule as Earn['firstOrder'] })
    expect(firstOrderMultiplier({ ...occasion, billsBefore }, earn)).toEqual(multiplies)
    expect(firstOrderAddition({ ...occasion, billsBefore }, earn)).toEqual(adds)
  },
)

test('CAMP-01: a step says which campaign it is of, by its id and the name guests know', () => {
  const doubled = campaign({})
  const added = campaign({ id: 'rain', name: '积分雨', effect: { kind: 'addition', points: points(30) } })
  const earn = earnOf({ campaigns: [doubled, added] })
  expect(campaignMultipliers(occasion, earn)).toEqual([
    { rule: 'campaignMultiplier', campaign: 'autumn', name: '秋日', bp: 20_000 },
  ])
  expect(campaignAdditions(occasion, earn)).toEqual([
    { rule: 'campaignAddition', campaign: 'rain', name: '积分雨', bonus: 30 },
  ])
})

test.each([
  [{ kind: 'holidays', holidays: ['mid-autumn', 'dragon-boat'] }, '2026-09-25', true],
  [{ kind: 'holidays', holidays: ['mid-autumn', 'dragon-boat'] }, '2026-09-24', false],
  [{ kind: 'weekdays', weekdays: [6] }, '2026-11-21', true],
  [{ kind: 'weekdays', weekdays: [6] }, '2026-11-22', false],
  [{ kind: 'monthDays', days: [21] }, '2026-11-21', true],
  [{ kind: 'monthDays', days: [21] }, '2026-11-12', false],
] as const)('CAMP-03: a campaign on %j is on at %s: %s', (days, on, expected) => {
  const always = campaign({ from: day('2026-01-01'), to: day('2026-12-31') })
  expect(isCampaignDay({ ...always, days: days as unknown as Campaign['days'] }, day(on))).toBe(expected)
})

test('UX-06: nothing taken is nothing earned; a cap that was reached leaves what there was room for', () => {
  expect(takeSteps([])).toEqual({ earned: 0, steps: [] })
  const base = { rule: 'base', amount: fen(20_000), pointsPerYuan: points(1) } as const
  const cap = (left: number) => ({ rule: 'dailyCap', left: left as Points }) as never
  expect(takeSteps([base, cap(199)]).earned).toBe(199)
  expect(takeSteps([base, cap(200)]).earned).toBe(200)
  expect(takeSteps([base, cap(201)]).earned).toBe(200)
  const double = { rule: 'newMember', until: day('2026-12-01'), bp: 20_000 } as const
  expect(takeSteps([base, double, cap(399)]).earned).toBe(399)
  expect(takeSteps([base, double, cap(401)]).earned).toBe(400)
})
