import type { BusinessDay, Program } from '../contract'
import { type Account, openAccount } from './account'
import { fen } from './amounts'
import { recommended } from './presets/recommended'
import { tierDue } from './tier-due'

const day = (text: string) => text as BusinessDay
const program: Program = {
  ...recommended,
  validFrom: day('2026-01-01'),
  keep: { period: { kind: 'days', days: 30 }, minSpend: fen(1), tooLittle: 'lose', pauses: true },
}
const keep = { from: day('2026-04-01'), until: day('2026-04-30'), spend: 0, warned: false }
const gold: Account = {
  ...openAccount(),
  tier: 'gold',
  tierSince: day('2026-03-31'),
  reached: ['silver', 'gold'],
  keep,
}
const bought = (until: string): Partial<Account> => ({ bought: { tier: 'diamond', until: day(until) } })
const due = (over: Partial<Account>, today: string, rules = program) =>
  tierDue({ ...gold, ...over }, day(today), rules).map((entry) => [
    'why' in entry ? `${entry.why}: ${entry.from} to ${entry.to}` : entry.type,
    'on' in entry ? entry.on : null,
  ])

const ENDED = 'ended: diamond to gold'
const LOST = 'notKept: gold to silver'
test.each`
  until           | today           | is
  ${'2026-04-10'} | ${'2026-04-10'} | ${[]}
  ${'2026-04-10'} | ${'2026-04-11'} | ${[[ENDED, '2026-04-11']]}
  ${'2026-04-10'} | ${'2026-12-01'} | ${[[ENDED, '2026-04-11']]}
  ${'2026-04-30'} | ${'2026-04-30'} | ${[]}
  ${'2026-04-30'} | ${'2026-12-01'} | ${[[ENDED, '2026-05-01']]}
  ${'2026-05-01'} | ${'2026-05-01'} | ${[[LOST, '2026-05-01']]}
  ${'2026-05-01'} | ${'2026-12-01'} | ${[[LOST, '2026-05-01']]}
`(
  'C-21, DOWN-01: diamond bought until $until, gold to be kept until 30 April: on $today comes $is, the earlier first',
  ({ until, today, is }) => {
    expect(due(bought(until), today)).toEqual(is)
  },
)

test('C-21: a bought tier ends where nothing must be kept', () => {
  expect(due({ ...bought('2026-04-10'), keep: null }, '2026-04-11', { ...program, keep: null })).toEqual([
    [ENDED, '2026-04-11'],
  ])
})

test.each([
  ['2026-04-30', []],
  ['2026-05-01', [[LOST, '2026-05-01']]],
  ['2027-01-01', [[LOST, '2026-05-01']]],
])('DOWN-01: a period that ends on 30 April is judged on 1 May, looked at on %s: %j', (today, is) => {
  expect(due({}, today)).toEqual(is)
})

test('C-21: what was bought below the tier he has earned meanwhile ends without a change of the one he has', () => {
  const held = { tier: 'diamond', ...bought('2026-04-10') }
  expect(due(held, '2026-04-11')).toEqual([['ended: diamond to diamond', '2026-04-11']])
})

test.each([
  ['2026-03-31', 'gold', '2026-04-01', [['KeepBegan', '2026-04-01']]],
  ['2026-03-31', 'gold', '2026-03-31', []],
  ['2025-12-31', 'gold', '2026-01-01', [['KeepBegan', '2026-01-01']]],
  ['2026-01-01', 'gold', '2026-02-01', [['KeepBegan', '2026-01-02']]],
  [null, 'gold', '2026-02-01', [['KeepBegan', '2026-01-01']]],
  ['2026-03-31', 'silver', '2026-04-01', []],
] as [BusinessDay | null, string, string, string[][]][])(
  'DOWN-02: a programme of 1 January asks who got a tier on %s (%s), looked at on %s: %j',
  (tierSince, tier, today, is) => {
    expect(due({ keep: null, tier, tierSince }, today)).toEqual(is)
  },
)

test('DOWN-02: what is asked of a tier he had already says the tier and its period', () => {
  expect(tierDue({ ...gold, keep: null }, day('2026-04-01'), program)).toEqual([
    {
      type: 'KeepBegan',
      on: '2026-04-01',
      tier: 'gold',
      tierName: '金卡会员',
      keep: { from: '2026-04-01', until: '2026-04-30' },
      program: program.version,
    },
  ])
})

test('DOWN-02: nothing is asked where the programme asks nothing', () => {
  expect(due({ keep: null }, '2026-04-01', { ...program, keep: null })).toEqual([])
})

const barred = { since: day('2026-04-02'), until: null, reason: '其他原因' }
test.each<[string, Partial<Account>, Program, object]>([
  ['spends enough keeps it', { keep: { ...keep, spend: 1 } }, program, { spent: 1, minSpend: 1 }],
  [
    'spends nothing and is barred keeps it, and is asked nothing',
    { barred },
    program,
    { spent: 0, minSpend: null },
  ],
  [
    'has the first tier keeps it',
    { tier: 'silver' },
    program,
    { spent: 0, minSpend: null, keep: null, tier: 'silver', tierName: '银卡会员' },
  ],
  [
    'is asked nothing any more keeps it',
    {},
    { ...program, keep: null },
    { spent: 0, minSpend: null, keep: null },
  ],
])('C-27: who %s, and the review says so', (_who, over, rules, said) => {
  const next = { from: '2026-05-01', until: '2026-05-30' }
  const common = { type: 'TierReviewed', on: '2026-05-01', outcome: 'kept', program: rules.version }
  expect(tierDue({ ...gold, ...over }, day('2026-05-01'), rules)).toEqual([
    { ...common, tier: 'gold', tierName: '金卡会员', keep: next, ...said },
  ])
})

test('C-27: more taken back than was spent in the period is nothing spent', () => {
  expect(tierDue({ ...gold, keep: { ...keep, spend: -5 } }, day('2026-05-01'), program)).toMatchObject([
    { why: 'notKept', spent: 0, minSpend: 1, keep: null },
  ])
})

test('DOWN-02: who loses one of two must keep the other from the same day on', () => {
  expect(tierDue({ ...gold, tier: 'diamond' }, day('2026-05-01'), program)).toMatchObject([
    { why: 'notKept', from: 'diamond', to: 'gold', keep: { from: '2026-05-01', until: '2026-05-30' } },
  ])
})
