import type { BusinessDay, Caps, Earn, Program, RewardId } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { notice } from './notice'
import { anyDay, earning, exempting, living, shelf, staying } from './recommended-with'

const day = (text: string) => text as BusinessDay
const [today, soon] = [day('2026-11-22'), day('2026-12-21')]

/** Where the second programme is worse, that begins before 30 days are over. */
const worse = (before: Program, after: Program): string[] =>
  notice({ ...after, validFrom: soon }, { ...anyDay, today, before }).map(({ at }) => at)

test.each([
  ['2026-11-23', true],
  ['2026-12-21', true],
  ['2026-12-22', false],
])(
  'RATE-03, C-43: of what is worse from %s on it is told which day would be early enough: %s',
  (from, told) => {
    const after = { ...recommended, redemptionDays: 29, validFrom: day(from) }
    const remark = { rule: 'NOTICE_TOO_SHORT', at: 'redemptionDays', expected: '2026-12-22', found: from }
    expect(notice(after, { ...anyDay, today, before: recommended })).toEqual(told ? [remark] : [])
    expect(notice(after, { ...anyDay, today, before: null })).toEqual([])
  },
)

const threshold = (amount: number, given: number) => ({ amount: fen(amount), points: points(given) })
const from = (amount: number, given: number) => ({ mode: 'threshold' as const, ...threshold(amount, given) })
const flat = (given: number) => ({ mode: 'flat' as const, points: points(given) })
const times = (bp: number) => ({ mode: 'multiplier' as const, bp })

test.each<[rule: keyof Earn, better: unknown, worse: unknown]>([
  ['pointsPerYuan', 2, 1],
  ['profile', 20, 19],
  ['birthday', { window: 'month', bp: 20_000 }, { window: 'month', bp: 19_999 }],
  ['birthday', { window: 'month', bp: 20_000 }, null],
  ['nthOfMonth', { orders: [1], bp: 15_000 }, { orders: [1], bp: 14_999 }],
  ['nthOfMonth', { orders: [1], bp: 15_000 }, null],
  ['newMember', { days: 7, bp: 20_000 }, { days: 7, bp: 19_999 }],
  ['newMember', { days: 7, bp: 20_000 }, { days: 6, bp: 20_000 }],
  ['newMember', { days: 7, bp: 20_000 }, null],
  ['firstOrder', flat(100), null],
  ['firstOrder', flat(100), flat(99)],
  ['firstOrder', times(20_000), times(19_999)],
  ['firstOrder', from(10_000, 100), from(10_000, 99)],
  ['firstOrder', from(10_000, 100), from(10_001, 100)],
  ['jubilees', [{ bill: 100, points: 50 }], []],
  ['thresholds', [threshold(20_000, 50)], []],
  ['thresholds', [threshold(20_000, 50)], [threshold(20_001, 50)]],
  ['thresholds', [threshold(20_000, 50)], [threshold(20_000, 49)]],
  ['thresholds', [threshold(10_000, 20), threshold(20_000, 50)], [threshold(10_000, 20)]],
  ['thresholds', [threshold(10_000, 20), threshold(20_000, 50)], [threshold(20_000, 50)]],
  [
    'stacking',
    { combine: 'add', multiplyAdditions: true, mostBp: null },
    { combine: 'add', multiplyAdditions: false, mostBp: null },
  ],
  [
    'stacking',
    { combine: 'add', multiplyAdditions: false, mostBp: null },
    { combine: 'add', multiplyAdditions: false, mostBp: 90_000 },
  ],
  [
    'stacking',
    { combine: 'add', multiplyAdditions: false, mostBp: 40_000 },
    { combine: 'add', multiplyAdditions: false, mostBp: 39_999 },
  ],
])('C-43: %s: %j becomes %j, and better the other way round', (rule, better, less) => {
  const [one, other] = [earning({ [rule]: better }), earning({ [rule]: less })]
  expect(worse(one, other)).toEqual([`earn.${rule}`])
  expect([worse(other, one), worse(one, one), worse(other, other)]).toEqual([[], [], []])
})

const combining = (combine: Earn['stacking']['combine']) => ({
  combine,
  multiplyAdditions: true,
  mostBp: null,
})
test.each<[rule: keyof Earn, one: unknown, other: unknown]>([
  ['firstOrder', flat(100), times(20_000)],
  ['firstOrder', from(10_000, 100), flat(100)],
  ['stacking', combining('add'), combining('max')],
  ['stacking', combining('multiply'), combining('add')],
])('C-43: %s: from %j to %j is told either way, for it is worse for somebody', (rule, one, other) => {
  expect(worse(earning({ [rule]: one }), earning({ [rule]: other }))).toEqual([`earn.${rule}`])
  expect(worse(earning({ [rule]: other }), earning({ [rule]: one }))).toEqual([`earn.${rule}`])
})

const returning = (returnedDays: number): Program => ({
  ...recommended,
  expiry: { ...recommended.expiry, returnedDays },
})
const card = { stamps: 10, atLeast: fen(3000), reward: 'drink' as RewardId }

test.each<[at: string, better: Program, worse: Program]>([
  ['expiry.months', living(12), living(11)],
  ['expiry.months', living(null), living(1200)],
  ['expiry.returnedDays', returning(30), returning(29)],
  ['expiry.exempt', exempting(90, 'gold'), recommended],
  ['expiry.exempt', exempting(90, 'gold'), exempting(89, 'gold')],
  ['expiry.exempt', exempting(90, 'gold', 'diamond'), exempting(90, 'diamond')],
  ['redemptionDays', recommended, { ...recommended, redemptionDays: 29 }],
  ['anniversary', staying('2026-02-01'), recommended],
  ['birthdayDiscount', { ...recommended, birthdayDiscount: { payBp: 5000 } }, recommended],
  ['checkIn', recommended, { ...recommended, checkIn: null }],
  ['tiers', recommended, { ...recommended, tiers: recommended.tiers.slice(0, 2) }],
  ['keep', { ...recommended, keep: null }, recommended],
  ['referral', recommended, { ...recommended, referral: null }],
  ['stampCard', { ...recommended, stampCard: card }, recommended],
])('C-43: %s is worse, and better the other way round', (at, better, less) => {
  expect(worse(better, less)).toEqual([at])
  expect(worse(less, better)).toEqual([])
})

const capping = (group: keyof Caps, cap: Caps[keyof Caps]): Program => ({
  ...recommended,
  caps: { spend: null, engage: null, referral: null, grant: null, [group]: cap },
})
const cap = (most: number, over: 'later' | 'review' | 'drop') => ({ points: points(most), over })

test.each<[better: Caps[keyof Caps], worse: Caps[keyof Caps]]>([
  [null, cap(9999, 'later')],
  [cap(100, 'later'), cap(99, 'later')],
  [cap(100, 'later'), cap(100, 'review')],
  [cap(100, 'later'), cap(100, 'drop')],
  [cap(100, 'review'), cap(100, 'drop')],
])('C-43, C-10: of a day’s cap %j becomes %j', (better, less) => {
  for (const group of ['spend', 'engage', 'referral', 'grant'] as const) {
    expect(worse(capping(group, better), capping(group, less))).toEqual([`caps.${group}`])
    expect(worse(capping(group, less), capping(group, better))).toEqual([])
    expect(worse(capping(group, less), capping(group, less))).toEqual([])
  }
})

const [tea, cake] = ['tea', 'cake'] as RewardId[] as [RewardId, RewardId]

test.each<[what: string, better: Program, worse: Program]>([
  ['a point dearer', shelf({ points: points(50) }), shelf({ points: points(51) })],
  ['gone', shelf({ id: tea }, { id: cake }), shelf({ id: cake })],
  ['limited', shelf({ perDay: null }), shelf({ perDay: 100 })],
  ['once a day less', shelf({ perDay: 2 }), shelf({ perDay: 1 })],
])('C-43: a reward is %s', (_what, better, less) => {
  expect(worse(better, less)).toEqual(['rewards'])
  expect(worse(less, better)).toEqual([])
  expect(worse(less, less)).toEqual([])
})
