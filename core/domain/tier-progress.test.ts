import type { BusinessDay, Entry, TierProgress } from '../contract'
import { openAccount, post } from './account'
import { fen } from './amounts'
import { recommended } from './presets/recommended'
import { changed } from './tier-changed'
import { countProgress, monthsOn, openProgress } from './tier-progress'

const day = (text: string) => text as BusinessDay
const keep = { from: day('2026-07-01'), until: day('2026-09-30'), spend: 1_000, warned: true }
const growth = (over: Partial<TierProgress['growth']> = {}) => ({ ...openProgress().growth, ...over })
const months = (...all: [string, number][]) => all.map(([month, points]) => ({ month, points }))
const counted = (on: string, spend: number, points: number) => ({ on: day(on), spend, points })

test.each([
  ['2026-06-30', 0, 0],
  ['2026-07-01', 500, 5],
  ['2026-07-02', 500, 5],
])('C-28: a bill of %s counts %i fen and %i points where he lost a tier on 1 July', (on, spend, points) => {
  const since = { ...openProgress(), growth: growth({ since: day('2026-07-01') }) }
  const after = countProgress(since, counted(on, 500, 5)).growth
  expect([after.spend, after.points, after.months]).toEqual([
    spend,
    points,
    points === 0 ? [] : months(['2026-07', 5]),
  ])
})

test('C-28: to who never lost a tier every bill counts, however old', () => {
  expect(countProgress(openProgress(), counted('2015-01-01', 500, 5)).growth).toMatchObject({
    spend: 500,
    points: 5,
    since: null,
  })
})

test.each([
  ['2026-06-30', 1_000],
  ['2026-07-01', 1_500],
  ['2026-10-01', 1_500],
])('DOWN-02: with a bill of %s %i fen are spent in a period that began on 1 July', (on, spend) => {
  expect(countProgress({ ...openProgress(), keep }, counted(on, 500, 5)).keep).toEqual({ ...keep, spend })
})

test('DOWN-02: where nothing is asked no spending is counted, and asking is not begun by it', () => {
  expect(countProgress(openProgress(), counted('2026-07-01', 500, 5)).keep).toBeNull()
})

const YEAR = months(['2025-06', 1], ['2025-07', 2], ['2026-07', 3])
test.each([
  ['2026-06-30', YEAR],
  ['2026-07-01', YEAR.slice(1)],
  ['2026-07-31', YEAR.slice(1)],
  ['2026-08-01', YEAR.slice(2)],
  ['2027-07-31', YEAR.slice(2)],
  ['2027-08-01', []],
])('LVL-01: on %s the points of its month and the twelve before it count: %j', (on, left) => {
  expect(monthsOn(growth({ months: YEAR }), day(on))).toEqual(left)
})

test.each([
  [
    '2026-07-31',
    5,
    [
      ['2025-07', 2],
      ['2026-05', 7],
      ['2026-07', 8],
    ],
  ],
  [
    '2026-06-30',
    5,
    [
      ['2025-06', 1],
      ['2025-07', 2],
      ['2026-05', 7],
      ['2026-06', 5],
      ['2026-07', 3],
    ],
  ],
  [
    '2026-05-01',
    5,
    [
      ['2025-06', 1],
      ['2025-07', 2],
      ['2026-05', 12],
      ['2026-07', 3],
    ],
  ],
  [
    '2026-08-01',
    5,
    [
      ['2026-05', 7],
      ['2026-07', 3],
      ['2026-08', 5],
    ],
  ],
  [
    '2026-06-30',
    0,
    [
      ['2025-06', 1],
      ['2025-07', 2],
      ['2026-05', 7],
      ['2026-07', 3],
    ],
  ],
  [
    '2026-05-31',
    -7,
    [
      ['2025-06', 1],
      ['2025-07', 2],
      ['2026-05', 0],
      ['2026-07', 3],
    ],
  ],
] as [string, number, [string, number][]][])(
  'LVL-01: a bill of %s of %i points is added to its month, oldest first: %j',
  (on, points, left) => {
    const had = growth({
      points: 13,
      months: months(['2025-06', 1], ['2025-07', 2], ['2026-05', 7], ['2026-07', 3]),
    })
    const after = countProgress({ ...openProgress(), growth: had }, counted(on, 0, points)).growth
    expect([after.points, after.months]).toEqual([13 + points, months(...left)])
  },
)

const [silver, gold, diamond] = recommended.tiers
if (silver === undefined || gold === undefined || diamond === undefined) throw new Error('three tiers')
const ON = day('2026-10-01')
const period = { from: ON, until: day('2026-12-31') }
const grown = growth({ spend: 700_000, points: 9, months: months(['2026-09', 9]) })
const had = {
  ...openAccount(),
  tier: 'gold',
  tierSince: day('2026-03-01'),
  reached: ['silver', 'gold'],
  growth: grown,
  keep,
}
const begun = { ...period, spend: 0, warned: false }
const until = day('2026-10-30')

test.each<[string, Entry, Partial<TierProgress>]>([
  [
    'C-26: a tier that is reached is his from that day, with all on the way, and must be kept anew',
    changed('reached', gold, diamond, ON, recommended, { climbed: ['gold', 'diamond'], keep: period }),
    { tier: 'diamond', tierSince: ON, reached: ['silver', 'gold', 'diamond'], keep: begun },
  ],
  [
    'C-28: with a tier that is lost everything that led to it begins again',
    changed('notKept', gold, silver, ON, recommended, {}),
    { tier: 'silver', tierSince: ON, keep: null, growth: growth({ since: ON }) },
  ],
  [
    'I12: a tier that is taken back with a bill leaves what the other bills count',
    changed('takenBack', diamond, gold, ON, recommended, { keep: period }),
    { tier: 'gold', tierSince: ON, keep: begun },
  ],
  [
    'C-21: a tier that is bought changes nothing of the one he earned',
    changed('bought', gold, diamond, ON, recommended, { until }),
    { bought: { tier: 'diamond', until } },
  ],
])('%s', (_rule, entry, after) => {
  expect(post(had, entry)).toEqual({ ...had, ...after })
})

test('C-21: the end of a bought tier changes nothing of the one he earned', () => {
  const bought = { ...had, bought: { tier: 'diamond', until } }
  const entry = changed('ended', diamond, gold, day('2026-10-31'), recommended, {})
  expect(post(bought, entry)).toEqual(had)
})

test.each([
  ['kept', false],
  ['warned', true],
] as const)(
  'C-27: a review with the outcome "%s" begins a period from nothing, warned: %s',
  (outcome, warned) => {
    const reviewed = (next: typeof period | null): Entry => ({
      ...{ type: 'TierReviewed', on: ON, outcome, tier: 'gold', tierName: gold.name },
      ...{ spent: fen(1_000), minSpend: null, keep: next, program: 'x' },
    })
    expect(post(had, reviewed(period)).keep).toEqual({ ...begun, warned })
    expect(post(had, reviewed(null)).keep).toBeNull()
  },
)
