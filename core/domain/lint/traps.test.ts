import type { BusinessDay, Earn, Program, Reward } from '../../contract'
import { fen, points } from '../amounts'
import { memberDay } from '../presets/member-day'
import { plain } from '../presets/plain'
import { recommended } from '../presets/recommended'
import { anyDay, earning, exchange, living, shelf } from './recommended-with'
import {
  codesLiveLong,
  earnsFromTheFirstYuan,
  firstRewardIsNear,
  isReminded,
  ladderHasNoHole,
  pointsEndSomeDay,
  pointsLiveLong,
  registrationIsUsual,
  rewardsAreWorthIt,
  waysAreFew,
} from './traps'

const priced = (...prices: number[]): Program => shelf(...prices.map((price) => ({ points: points(price) })))
const threshold = { amount: fen(20_000), points: points(50) }

test('EARN-30: the amount from which on points come at all is told', () => {
  const remark = { rule: 'EARNS_ONLY_FROM_AN_AMOUNT', at: 'earn.pointsPerYuan', found: 20_000 }
  expect(earnsFromTheFirstYuan(earning({ pointsPerYuan: 0, thresholds: [threshold] }), anyDay)).toEqual([
    remark,
  ])
  expect(earnsFromTheFirstYuan(earning({ pointsPerYuan: 0, thresholds: [] }), anyDay)).toEqual([])
  expect(earnsFromTheFirstYuan(earning({ pointsPerYuan: 1, thresholds: [threshold] }), anyDay)).toEqual([])
})

test('RED-27: of each reward that is worth less than 3 fen a point it is told what it should be worth', () => {
  const worth = (...each: number[]) =>
    shelf(...each.map((fens) => ({ points: points(1000), worth: fen(fens) })))
  const remark = { rule: 'REWARD_POOR', at: 'rewards.1', expected: 3000, found: 2999 }
  expect(rewardsAreWorthIt(worth(3000, 2999), anyDay)).toEqual([remark])
})

test('C-15: each rung of the ladder that costs more than three times the one below is told with both', () => {
  const hole = (below: number, found: number) => ({
    rule: 'LADDER_HAS_A_HOLE',
    at: 'rewards',
    expected: below,
    found,
  })
  const prices = (...all: number[]) => ladderHasNoHole(priced(...all), anyDay)
  expect(prices(1000, 50, 150, 50)).toEqual([hole(150, 1000)])
  expect(prices(50, 151, 454)).toEqual([hole(50, 151), hole(151, 454)])
  expect([prices(9000), prices(), prices(50, 150, 450)]).toEqual([[], [], []])
})

test.each<[prices: number[], registration: number, expected: number | null]>([
  [[200, 100], 100, null],
  [[200, 101], 100, 101],
  [[], 0, null],
])(
  'C-01: rewards of %j points with %i for joining: the first is far: %j',
  (prices, registration, expected) => {
    const { rewards } = priced(...prices)
    const remark = { rule: 'FIRST_REWARD_FAR', at: 'earn.registration', expected, found: registration }
    const program = { ...earning({ registration: points(registration) }), rewards }
    expect(firstRewardIsNear(program, anyDay)).toEqual(expected === null ? [] : [remark])
  },
)

test.each([
  [49, 50],
  [50, null],
  [100, null],
  [101, 100],
])('EARN-03, C-01: of %i points for joining the nearest usual is told: %j', (found, expected) => {
  const remark = { rule: 'REGISTRATION_UNUSUAL', at: 'earn.registration', expected, found }
  const program = earning({ registration: points(found) })
  expect(registrationIsUsual(program, anyDay)).toEqual(expected === null ? [] : [remark])
})

test.each<[months: number | null, soon: boolean, never: boolean]>([
  [11, true, false],
  [12, false, false],
  [null, false, true],
])('EXP-10, EXP-12: points that live %j months', (months, soon, never) => {
  const remark = { rule: 'EXPIRES_SOON', at: 'expiry.months', expected: 12, found: months }
  expect(pointsLiveLong(living(months), anyDay)).toEqual(soon ? [remark] : [])
  const ever = { rule: 'NEVER_EXPIRES', at: 'expiry.months' }
  expect(pointsEndSomeDay(living(months), anyDay)).toEqual(never ? [ever] : [])
})

/** None of the ways there are. */
const noWay: Program = {
  ...plain,
  checkIn: null,
  anniversary: null,
  earn: {
    ...plain.earn,
    pointsPerYuan: 0,
    birthday: null,
    nthOfMonth: null,
    newMember: null,
    firstOrder: null,
    thresholds: [],
    jubilees: [],
    campaigns: [],
  },
}
const cheaper = { ...memberDay, ...exchange(5000) }
const by =
  (earn: Partial<Earn>) =>
  (program: Program): Program => ({ ...program, earn: { ...program.earn, ...earn } })
const WAYS: [what: string, add: (program: Program) => Program][] = [
  ['bills', by({ pointsPerYuan: 1 })],
  ['a birthday', by({ birthday: { window: 'month', bp: 20_000 } })],
  ['the n-th bill of a month', by({ nthOfMonth: { orders: [3], bp: 20_000 } })],
  ['the first days', by({ newMember: { days: 7, bp: 20_000 } })],
  ['the first order', by({ firstOrder: { mode: 'flat', points: points(9) } })],
  ['an amount', by({ thresholds: [threshold] })],
  ['a jubilee', by({ jubilees: [{ bill: 100, points: points(9) }] })],
  ['a campaign', by({ campaigns: [cheaper, memberDay] })],
  ['staying', (p) => ({ ...p, anniversary: { points: points(9), from: '2027-01-01' as BusinessDay } })],
  ['check-ins', (p) => ({ ...p, checkIn: recommended.checkIn })],
]
const withWays = (...ways: (typeof WAYS)[number][]) => ways.reduce((program, [, add]) => add(program), noWay)

test.each(WAYS.map(([what], at) => [what, at] as const))(
  'EARN-32, C-08: %s is a way to earn',
  (_what, at) => {
    const four = [0, 1, 2, 3].map((n) => WAYS[(at + n) % WAYS.length] as (typeof WAYS)[number])
    expect(waysAreFew(withWays(...four), anyDay)).toEqual([
      { rule: 'TOO_MANY_WAYS', at: 'earn', expected: 3, found: 4 },
    ])
    expect(waysAreFew(withWays(...four.slice(1)), anyDay)).toEqual([])
    expect(waysAreFew(by({})(withWays(...WAYS)), anyDay)).toMatchObject([{ found: WAYS.length }])
  },
)

test('EARN-32: what makes rewards cheaper earns nothing', () => {
  const three = withWays(...WAYS.slice(0, 3))
  expect(waysAreFew(by({ campaigns: [cheaper] })(three), anyDay)).toEqual([])
})

test.each<[months: number | null, days: number[] | null, told: boolean]>([
  [12, null, true],
  [12, [], true],
  [12, [30], false],
  [null, null, false],
  [null, [], false],
])('EXP-03: points that live %j months and are told of %j days before: %s', (months, expiryDays, told) => {
  const reminders = expiryDays && recommended.reminders && { ...recommended.reminders, expiryDays }
  const remark = { rule: 'NOT_REMINDED', at: 'reminders.expiryDays', expected: 30 }
  expect(isReminded({ ...living(months), reminders }, anyDay)).toEqual(told ? [remark] : [])
})

test.each<[days: number, rewards: Reward[], told: boolean]>([
  [7, recommended.rewards, false],
  [6, recommended.rewards, true],
  [6, [], false],
])('RED-28: codes of %i days, with %j: %s', (redemptionDays, rewards, told) => {
  const remark = { rule: 'CODE_SHORT_LIVED', at: 'redemptionDays', expected: 7, found: redemptionDays }
  expect(codesLiveLong({ ...recommended, redemptionDays, rewards }, anyDay)).toEqual(told ? [remark] : [])
})
