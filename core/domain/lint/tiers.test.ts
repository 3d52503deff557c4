import type { Program, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { noRoute } from '../presets/no-route'
import { recommended } from '../presets/recommended'
import { ROUTES } from '../tier'
import { anyDay } from './recommended-with'
import { discountIsAffordable, keepIsFair, tierLadder, tierSales, tiersCanBeReached } from './tiers'

type Route = (typeof ROUTES)[number]
const [silver] = recommended.tiers as [Tier]
const reaching = (...reaches: Partial<Record<Route, number | null>>[]): Program => ({
  ...recommended,
  tiers: reaches.map((reach, i) => ({
    ...silver,
    id: `t${i}`,
    name: `第${i}级`,
    reach: { ...noRoute, ...reach } as Tier['reach'],
  })),
})
const ladder = (route: Route, ...reaches: (number | null)[]): Program =>
  reaching(...reaches.map((reach) => ({ [route]: reach })))
const selling = (program: Program, ...ids: string[]): Program => ({
  ...program,
  tierSales: ids.map((tier) => ({ tier, points: points(800), days: 30 })),
})

test.each<[reaches: (number | null)[], broken: [at: number, expected: number, found: number][]]>([
  [[null, 1], []],
  [[null, 0], [[1, 0, 0]]],
  [[0, 5], [[0, 0, 0]]],
  [[1, 5], [[0, 0, 1]]],
  [[null, 100, 101], []],
  [[null, 100, 100], [[2, 100, 100]]],
  [
    [null, 200, 100, 150],
    [
      [2, 200, 100],
      [3, 200, 150],
    ],
  ],
  [[null, 100, null, 100], [[3, 100, 100]]],
])('C-24, C-25: tiers from %j on, on any route: %j', (reaches, broken) => {
  for (const route of ROUTES)
    expect(tierLadder(ladder(route, ...reaches))).toEqual(
      broken.map(([at, expected, found]) => ({
        rule: 'TIERS_BROKEN',
        at: `tiers.${at}.${route}`,
        expected,
        found,
      })),
    )
})

test('C-25: each route is a ladder of its own', () => {
  const tiers = (most: number) =>
    tierLadder(reaching({}, { spend: 1000, points: 500 }, { spend: 5000, points: most, load: 1 }))
  expect(tiers(501)).toEqual([])
  expect(tiers(500)).toEqual([{ rule: 'TIERS_BROKEN', at: 'tiers.2.points', expected: 500, found: 500 }])
})

test('C-25: a tier is told that nothing leads to and that is not for sale itself', () => {
  const remark = (at: number) => ({ rule: 'TIER_OUT_OF_REACH', at: `tiers.${at}`, found: `第${at}级` })
  for (const route of ROUTES) {
    expect(tiersCanBeReached(selling(ladder(route, null, null, null, 5), 't1'), anyDay)).toEqual([remark(2)])
    expect(tiersCanBeReached(ladder(route, null, null, 5), anyDay)).toEqual([remark(1)])
  }
})

test.each<[sales: string[], broken: number[]]>([
  [['t1', 't2'], []],
  [['t2', 't1'], []],
  [['t1', 't2', 't1'], [2]],
  [['t0'], [0]],
  [['t1', 't9'], [1]],
])('C-21: of %j for sale those at %j are broken', (sales, broken) => {
  const remarks = broken.map((at) => ({ rule: 'TIER_SALE_BROKEN', at: `tierSales.${at}`, found: sales[at] }))
  expect(tierSales(selling(ladder('spend', null, 1, 2), ...sales), anyDay)).toEqual(remarks)
})

test.each<[reaches: (number | null)[], minSpend: number | null, least: number | null]>([
  [[null, 300, 200], 200, null],
  [[null, 300, 200], 201, 200],
  [[null, 300, 200], null, null],
  [[null], 99_999, null],
])('C-27: tiers from %j fen on, kept for %j: keeping is dearer than %j', (reaches, minSpend, least) => {
  const keep =
    minSpend === null
      ? null
      : { ...(recommended.keep as NonNullable<Program['keep']>), minSpend: fen(minSpend) }
  const remark = { rule: 'KEEP_DEARER_THAN_REACH', at: 'keep.minSpend', expected: least, found: minSpend }
  expect(keepIsFair({ ...ladder('spend', ...reaches), keep }, anyDay)).toEqual(least === null ? [] : [remark])
})

const deep = (found: number) => ({ rule: 'DISCOUNT_DEEP', at: 'tiers.1.payBp', expected: 1500, found })
const both = (found: number, expected: number) => ({
  rule: 'DISCOUNT_AND_MULTIPLIER',
  at: 'tiers.1.payBp',
  expected,
  found,
})
test.each<[payBp: number, multiplierBp: number, object | null]>([
  [10_000, 15_000, null],
  [9_999, 10_000, null],
  [9_999, 10_001, both(1, 10_001)],
  [8_500, 10_000, null],
  [8_500, 12_000, both(1500, 12_000)],
  [8_499, 10_000, deep(1501)],
  [8_499, 12_000, deep(1501)],
])(
  'LVL-02, LVL-03, C-29, COST-06: a tier that pays %i and multiplies by %i of 10,000: %j',
  (payBp, multiplierBp, remark) => {
    const tiers = [silver, { ...silver, payBp, multiplierBp }]
    expect(discountIsAffordable({ ...recommended, tiers }, anyDay)).toEqual(remark === null ? [] : [remark])
  },
)
