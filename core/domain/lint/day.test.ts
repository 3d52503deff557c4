import type { BranchId, BusinessDay, Campaign, Program, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { memberDay } from '../presets/member-day'
import { recommended } from '../presets/recommended'
import { dayIsAffordable } from './day'
import { exchange, shelf } from './recommended-with'

const today = '2026-11-22' as BusinessDay
const [jingan, xuhui] = ['jingan', 'xuhui'] as BranchId[] as [BranchId, BranchId]
const [silver, gold] = recommended.tiers as [Tier, Tier, Tier]

let made = 0
const on = (day: number, effect: Campaign['effect'], over: Partial<Campaign> = {}): Campaign => {
  made += 1
  return { ...memberDay, id: `c${made}`, days: { kind: 'monthDays', days: [day] }, effect, ...over }
}
const double = { kind: 'multiplier', bp: 20_000 } as const
const half = exchange(5000).effect

/** A bill of 100 yuan costs 5.25 yuan of goods on any day: one reward of 100 points for 15 yuan, for silver members. */
const having = (campaigns: Campaign[], over: Partial<Program> = {}): Program => ({
  ...recommended,
  validFrom: today,
  tiers: [silver],
  earn: { ...recommended.earn, campaigns },
  rewards: shelf({ points: points(100), worth: fen(1500) }).rewards,
  ...over,
})
const told = (program: Program, branches = [jingan]) =>
  dayIsAffordable(program, { today, branches, before: null }).map(({ at, expected, found }) => [
    at,
    expected,
    found,
  ])
const last = (of: number, day: string, percent: number) => [[`earn.campaigns.${of}`, day, percent]]

test('C-23: double points that buy twice as much cost 21 %: which campaign, which day and how much is told', () => {
  expect(
    dayIsAffordable(having([on(18, double), on(18, half)]), { today, branches: [jingan], before: null }),
  ).toEqual([{ rule: 'DAY_DEAR', at: 'earn.campaigns.1', expected: '2026-12-18', found: 21 }])
})

test('C-23: double points that buy twice as much may cost 12 %, and a fen more for 100 points is told', () => {
  const worth = (each: number) => shelf({ points: points(100), worth: fen(each) })
  const meeting = (each: number) => having([on(18, double), on(18, half)], { rewards: worth(each).rewards })
  expect(told(meeting(857))).toEqual([])
  expect(told(meeting(858))).toEqual(last(1, '2026-12-18', 12))
})

test('C-23: a day on which there is only one part is no meeting, however dear it is', () => {
  const fivefold = { kind: 'multiplier', bp: 50_000 } as const
  expect(told(having([on(18, fivefold)]))).toEqual([])
  expect(told(having([on(18, fivefold), on(19, double), on(20, half)]))).toEqual([])
})

test.each<[what: string, over: Partial<Campaign>, branches: BranchId[], tiers: Tier[], found: number | null]>(
  [
    ['for everybody', {}, [jingan], [silver], 21],
    ['for a tier that there is', { tiers: ['gold'] }, [jingan], [silver, gold], 25],
    ['for a tier that is not there', { tiers: ['gold'] }, [jingan], [silver], null],
    ['before the tenth of the month', { to: '2026-12-10' as BusinessDay }, [jingan], [silver], null],
  ],
)('C-23: double points and a campaign of cheaper rewards %s', (_what, over, branches, tiers, found) => {
  const program = having([on(18, double), on(18, half, over)], { tiers })
  expect(told(program, branches)).toEqual(found === null ? [] : last(1, '2026-12-18', found))
})

test.each<[what: string, over: Partial<Campaign>, branches: BranchId[], found: boolean]>([
  ['at a branch that there is', { branches: [xuhui] }, [jingan, xuhui], true],
  ['at none of the branches', { branches: [xuhui] }, [jingan], false],
  ['from 100 yuan on', { atLeast: fen(10_000) }, [jingan], true],
  ['from more than 100 yuan on', { atLeast: fen(10_001) }, [jingan], false],
])('C-23: cheaper rewards, and double points %s', (_what, over, branches, found) => {
  const program = having([on(18, half), on(18, double, over)])
  expect(told(program, branches)).toEqual(found ? last(1, '2026-12-18', 21) : [])
})

test('C-23: of the days the dearest is told, and of three parts the last', () => {
  const dearer = { kind: 'multiplier', bp: 30_000 } as const
  const days = [on(1, double), on(1, half), on(2, dearer), on(2, half), on(3, double), on(3, half)]
  expect(told(having(days))).toEqual(last(3, '2026-12-02', 32))
  const three = [on(18, double), on(18, half), on(18, { kind: 'addition', points: points(100) })]
  expect(told(having(three))).toEqual(last(2, '2026-12-18', 32))
})

test.each<[validFrom: string, over: Partial<Campaign>, day: string | null]>([
  ['2015-01-01', {}, '2026-12-18'],
  ['2015-01-01', { to: '2026-11-21' as BusinessDay }, null],
  ['2015-01-01', { to: '2026-12-18' as BusinessDay }, '2026-12-18'],
  ['2026-12-19', { to: '2026-12-18' as BusinessDay }, null],
  ['2026-12-19', {}, '2027-01-18'],
])(
  'C-23: of a programme from %s, with a campaign of %j, the year ahead is looked at: %s',
  (validFrom, over, day) => {
    const program = having([on(18, double, over), on(18, half)], { validFrom: validFrom as BusinessDay })
    expect(told(program)).toEqual(day === null ? [] : last(1, day, 21))
  },
)

test('C-23: a day is looked at within 366 days, and not after them', () => {
  const onlyOn = (day: string) => {
    const over = { from: day as BusinessDay, to: day as BusinessDay, days: { kind: 'every' as const } }
    return having([on(1, double, over), on(1, half, over)])
  }
  expect(told(onlyOn('2027-11-22'))).toEqual(last(1, '2027-11-22', 21))
  expect(told(onlyOn('2027-11-23'))).toEqual([])
})

test('C-23, BDAY-05: the guest has no birthday, no first bill and no jubilee', () => {
  const program = having([on(18, double), on(18, { kind: 'addition', points: points(1) })])
  const earn = {
    ...program.earn,
    birthday: { window: 'month', bp: 90_000 },
    newMember: { days: 365, bp: 90_000 },
    jubilees: [{ bill: 2, points: points(9000) }],
    stacking: { ...program.earn.stacking, mostBp: null },
  } as Program['earn']
  expect(told({ ...program, earn })).toEqual([])
})
