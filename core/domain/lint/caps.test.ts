import type { CapGroup, CheckIn, Fen, OverCap, Points, Program, Referral, Tier } from '../../contract'
import { points } from '../amounts'
import { firstImpression } from '../presets/first-impression'
import { recommended } from '../presets/recommended'
import {
  giftsAreNotDropped,
  giftsFitUnderTheirCap,
  managersAreBounded,
  spendCapIsNotLow,
  spendIsNotDropped,
} from './caps'
import { anyDay } from './recommended-with'

/** A programme that gives nothing beside what bills earn. */
const bare: Program = {
  ...recommended,
  checkIn: null,
  referral: null,
  tiers: recommended.tiers.map((tier) => ({ ...tier, gift: null })),
}
const capped = (program: Program, group: CapGroup, most: number, over: OverCap = 'later'): Program => ({
  ...program,
  caps: { spend: null, engage: null, referral: null, grant: null, [group]: { points: points(most), over } },
})

const [silver, gold] = bare.tiers as [Tier, Tier, Tier]
const gives = (tier: Tier, given: number): Tier => ({
  ...tier,
  gift: { points: points(given), words: '谢谢' },
})
const asks = { ...firstImpression, points: points(30) }
const checkingIn = (daily: number, ...milestones: [day: number, given: number][]): CheckIn => ({
  ...(recommended.checkIn as CheckIn),
  daily: points(daily),
  milestones: milestones.map(([day, given]) => ({
    day,
    points: points(given),
    audience: 'all',
    once: false,
  })),
})
const bringing = (...rules: Partial<Referral['rules'][number]>[]): Program['referral'] => {
  const referral = recommended.referral as Referral
  return {
    ...referral,
    rules: rules.map((rule) => ({ ...(referral.rules[0] as (typeof referral.rules)[number]), ...rule })),
  }
}

test.each<[what: string, group: CapGroup, over: Partial<Program>, gift: number]>([
  ['check-ins of 2 a day', 'engage', { checkIn: checkingIn(2) }, 2],
  ['a task of 30 on the 7th', 'engage', { checkIn: checkingIn(2, [7, 30]) }, 32],
  ['a newcomer’s two tasks of one day', 'engage', { checkIn: recommended.checkIn }, 132],
  ['two tasks of two days', 'engage', { checkIn: checkingIn(2, [3, 40], [7, 30]) }, 42],
  ['a questionnaire', 'engage', { questionnaire: asks }, 30],
  [
    'a questionnaire that gives more than a day',
    'engage',
    { questionnaire: asks, checkIn: checkingIn(29) },
    30,
  ],
  [
    'a day that gives more than a questionnaire',
    'engage',
    { questionnaire: asks, checkIn: checkingIn(31) },
    31,
  ],
  ['a friend', 'referral', { referral: bringing({}) }, 100],
  [
    'a tenth of what a friend spends',
    'referral',
    { referral: bringing({ formula: { kind: 'share', bp: 1000 } }) },
    10,
  ],
  ['a friend who spends 100 yuan', 'referral', { referral: bringing({ atLeast: 10_000 as Fen }) }, 100],
  ['two rules for a friend', 'referral', { referral: bringing({}, { beneficiary: 'referrer' }) }, 200],
  ['what his friend gets', 'referral', { referral: bringing({}, { beneficiary: 'referee' }) }, 100],
  ['the larger of two gifts', 'grant', { tiers: [gives(silver, 50), gives(gold, 40)] }, 50],
  ['an anniversary', 'grant', { anniversary: { points: points(88), from: recommended.validFrom } }, 88],
])('C-10: %s fits under its cap: %s', (_what, group, over, gift) => {
  const program = { ...bare, ...over }
  expect(giftsFitUnderTheirCap(capped(program, group, gift), anyDay)).toEqual([])
  expect(giftsFitUnderTheirCap(capped(program, group, gift - 1), anyDay)).toEqual([
    { rule: 'CAP_BELOW_GIFT', at: `caps.${group}`, expected: gift, found: gift - 1 },
  ])
})

test.each(['engage', 'referral', 'grant'] as const)(
  'C-10: where nothing is given, a cap of nothing fits: %s',
  (group) => {
    expect(giftsFitUnderTheirCap(capped(bare, group, 0), anyDay)).toEqual([])
  },
)

test.each<[what: string, rewards: Program['rewards'], earn: Partial<Program['earn']>, least: number]>([
  ['what joining gives', [], { registration: points(60) }, 60],
  ['the cheapest reward', recommended.rewards.slice(1, 3), { registration: points(60) }, 100],
  [
    'a jubilee',
    recommended.rewards,
    {
      jubilees: [
        { bill: 100, points: points(888) },
        { bill: 50, points: points(5) },
      ],
    },
    888,
  ],
])('CAP-01, C-10: on one day one can earn %s', (_what, rewards, earn, least) => {
  const program = { ...recommended, rewards, earn: { ...recommended.earn, ...earn } }
  expect(spendCapIsNotLow(capped(program, 'spend', least), anyDay)).toEqual([])
  expect(spendCapIsNotLow(capped(program, 'spend', least - 1), anyDay)).toEqual([
    { rule: 'CAP_LOW', at: 'caps.spend', expected: least, found: least - 1 },
  ])
  expect(spendCapIsNotLow(capped(program, 'engage', 0), anyDay)).toEqual([])
})

test.each<[CapGroup, OverCap, spend: number, gifts: number]>([
  ['spend', 'drop', 1, 0],
  ['spend', 'review', 0, 0],
  ['spend', 'later', 0, 0],
  ['engage', 'drop', 0, 0],
  ['referral', 'drop', 0, 1],
  ['referral', 'review', 0, 0],
  ['referral', 'later', 0, 0],
  ['grant', 'drop', 0, 1],
])(
  'C-10, REF-07: points of %s beyond their cap %s: told of bills %i times, of gifts %i times',
  (group, over, spend, gifts) => {
    const program = capped(recommended, group, 700, over)
    const told = { at: `caps.${group}`, found: 700 }
    expect(spendIsNotDropped(program, anyDay)).toEqual(
      Array(spend).fill({ rule: 'CAP_DROPS_SPEND', ...told }),
    )
    expect(giftsAreNotDropped(program, anyDay)).toEqual(
      Array(gifts).fill({ rule: 'CAP_DROPS_GIFT', ...told }),
    )
  },
)

test.each<[Points | null, number]>([
  [null, 1],
  [points(0), 0],
])('SEC-03: a manager who gives %j points alone is told %i times', (adjustment, times) => {
  const { limits } = recommended
  const program = { ...recommended, limits: { ...limits, manager: { ...limits.manager, adjustment } } }
  expect(managersAreBounded(program, anyDay)).toEqual(
    Array(times).fill({ rule: 'ADJUSTS_WITHOUT_LIMIT', at: 'limits.manager.adjustment' }),
  )
})
