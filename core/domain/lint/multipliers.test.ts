import type { Campaign, Earn, Program, Tier } from '../../contract'
import { points } from '../amounts'
import { memberDay } from '../presets/member-day'
import { recommended } from '../presets/recommended'
import { anyDay, exchange } from './recommended-with'
import { multipliersAreBounded } from './traps'

type Combine = Earn['stacking']['combine']
const tier = (multiplierBp: number): Tier => ({ ...(recommended.tiers[0] as Tier), multiplierBp })
const campaign = (effect: Campaign['effect']): Campaign => ({ ...memberDay, effect })
const times = (bp: number) => campaign({ kind: 'multiplier', bp })

/** Nothing multiplies but what is said. */
const having = (
  earn: Partial<Earn>,
  combine: Combine = 'multiply',
  mostBp: number | null = null,
): Program => ({
  ...recommended,
  tiers: [tier(10_000)],
  earn: {
    ...recommended.earn,
    birthday: null,
    firstOrder: null,
    campaigns: [],
    ...earn,
    stacking: { combine, multiplyAdditions: false, mostBp },
  },
})
const foundIn = (program: Program) => {
  const remarks = multipliersAreBounded(program, anyDay)
  for (const remark of remarks)
    expect(remark).toMatchObject({ rule: 'MULTIPLIERS_HIGH', at: 'earn.stacking', expected: 40_000 })
  return remarks.map(({ found }) => found)
}

test.each<[what: string, (bp: number) => Program]>([
  ['a tier', (bp) => ({ ...having({}), tiers: [tier(10_000), tier(bp), tier(12_000)] })],
  ['a birthday', (bp) => having({ birthday: { window: 'day', bp } })],
  ['the n-th bill of a month', (bp) => having({ nthOfMonth: { orders: [1], bp } })],
  ['the first days', (bp) => having({ newMember: { days: 7, bp } })],
  ['the first order', (bp) => having({ firstOrder: { mode: 'multiplier', bp } })],
  ['a campaign', (bp) => having({ campaigns: [times(bp)] })],
])('C-29: %s may count four times, not more', (_what, by) => {
  expect([foundIn(by(40_000)), foundIn(by(40_001))]).toEqual([[], [40_001]])
})

test.each<[Combine, most: number, one: number, other: number]>([
  ['multiply', 40_000, 20_000, 20_000],
  ['add', 40_000, 25_000, 25_000],
  ['max', 40_000, 40_000, 39_999],
])('C-29: to %s: %i of %i and %i is not too much, and a hair more is', (combine, most, one, other) => {
  const both = (a: number, b: number) => having({ campaigns: [times(a), times(b)] }, combine)
  expect(foundIn(both(one, other))).toEqual([])
  expect(foundIn(both(one + 2, other))[0]).toBeGreaterThan(most)
})

test.each<[mostBp: number | null, found: number[]]>([
  [null, [60_000]],
  [40_000, []],
  [50_000, [50_000]],
  [90_000, [60_000]],
])('C-29: 2 × 3 with an end at %j is told as %j', (mostBp, found) => {
  expect(foundIn(having({ campaigns: [times(20_000), times(30_000)] }, 'multiply', mostBp))).toEqual(found)
})

test('C-29: what adds points or makes rewards cheaper multiplies nothing', () => {
  const campaigns = [
    campaign({ kind: 'addition', points: points(99_999) }),
    campaign(exchange(99_999).effect),
  ]
  for (const combine of ['multiply', 'add', 'max'] as const)
    expect(
      foundIn(having({ campaigns, firstOrder: { mode: 'flat', points: points(99_999) } }, combine)),
    ).toEqual([])
})

test('C-29: a part of a basis point is not told', () => {
  expect(foundIn(having({ campaigns: [times(20_001), times(20_002)] }))).toEqual([40_006])
})
