import type { BranchId, BusinessDay, Entry, Program, Reminders, RewardId, Tier } from '../../contract'
import { type Account, openAccount } from '../account'
import { fen, points } from '../amounts'
import { join } from '../join'
import { recommended } from '../presets/recommended'
import { changed } from '../tier-changed'
import { emptyInbox, writeLetters } from './write-letters'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-25')
const base = recommended.reminders
if (base === null) throw new Error('the recommended programme reminds')

/** Nothing but what comes of commands is told, and of that only what a test turns on. */
const programWith = (over: Partial<Reminders>): Program => ({
  ...recommended,
  reminders: {
    ...base,
    ...{ expiryDays: [], statementDay: null, birthdayDays: null },
    ...{ arrivals: false, tiers: false, affordable: 'never' },
    ...over,
  },
})
const having = (left: number, over: Partial<Account> = {}): Account => ({
  ...openAccount(),
  tier: 'silver',
  lots: left === 0 ? [] : [{ expiresOn: day('2027-12-01'), left: points(left) }],
  ...over,
})
const write = (entries: Entry[], over: Partial<Reminders> = {}, account = having(180), told: string[] = []) =>
  writeLetters(
    { ...emptyInbox(), told },
    { account, birthday: null, joinedOn: day('2023-11-25'), program: programWith(over) },
    entries,
    TODAY,
  )

const credit = { earned: points(30), repaid: points(0), expiresOn: day('2027-12-01'), program: 'x' }
const granted = (source: 'checkIn' | 'anniversary', earned = 30, on = TODAY): Entry => ({
  ...{ type: 'PointsGranted', on, source, about: '', dropped: points(0) },
  ...{ ...credit, earned: points(earned) },
})
const settled = (earned: number): Entry => ({
  ...{ type: 'BillSettled', on: TODAY, bill: '7', branch: 'jingan' as BranchId, branchName: '静安店' },
  ...{ amount: fen(12_800), steps: [], ...credit, earned: points(earned) },
})
const released = (source: 'bill' | 'anniversary'): Entry => ({
  ...{ type: 'PendingReleased', on: TODAY, pending: 'a', source, bill: 'jingan.7' },
  ...credit,
})

const BILL = { type: 'bill', branch: 'jingan', branchName: '静安店', amount: 12_800 }
test.each<[string, Entry[], object | null]>([
  ['of joining', [join(TODAY, recommended)], { points: 100, cause: { type: 'joined' } }],
  ['of a bill', [settled(128)], { points: 128, cause: BILL }],
  ['of a check-in', [granted('checkIn')], { points: 30, cause: { type: 'granted', source: 'checkIn' } }],
  ['that waited', [released('bill')], { points: 30, cause: { type: 'granted', source: 'bill' } }],
  [
    'of an anniversary, that waited',
    [released('anniversary')],
    { points: 30, cause: { type: 'granted', source: 'anniversary' } },
  ],
  ['of a bill and a gift', [settled(128), granted('checkIn')], { points: 158, cause: BILL }],
  ['of an anniversary and a bill', [granted('anniversary'), settled(128)], { points: 128, cause: BILL }],
  [
    'of a bill that earns none and a gift',
    [settled(0), granted('checkIn')],
    { points: 30, cause: { type: 'granted', source: 'checkIn' } },
  ],
  ['of a bill that earns none', [settled(0)], null],
])('REM-01, REM-04: points %s have come: one letter with all of them', (_what, entries, told) => {
  const { news, inbox } = write(entries, { arrivals: true })
  const arrived = news.filter(({ kind }) => kind === 'arrived')
  expect(arrived).toEqual(told === null ? [] : [{ kind: 'arrived', balance: 180, ...told }])
  expect(inbox.told).toEqual([])
})

test('REM-01: where the restaurant does not tell of points that come, nothing is told', () => {
  expect(write([settled(128)], { arrivals: false }).news).toEqual([])
})

test.each([
  ['2024-11-25', 1],
  ['2026-11-25', 3],
])('BDAY-05: an anniversary on %s of who joined in 2023 is his %ith', (on, years) => {
  const { news, inbox } = write([granted('anniversary', 50, day(on))])
  expect(news).toEqual([{ kind: 'anniversary', years, points: 50, balance: 180 }])
  expect(inbox.told).toEqual([])
})

test('BDAY-05: of anniversaries that nobody looked at the latest is told, with the points of all', () => {
  const years = ['2024', '2025', '2026'].map((year) => granted('anniversary', 50, day(`${year}-11-25`)))
  expect(write([...years, granted('checkIn')]).news).toEqual([
    { kind: 'anniversary', years: 3, points: 150, balance: 180 },
  ])
  expect(write([granted('anniversary', 0)]).news).toEqual([])
})

const claimBack: Entry = {
  ...{ type: 'ClaimReversed', on: TODAY, redemption: 'R', reward: 'drink' as RewardId, rewardName: '饮品' },
  ...{
    returned: [
      { lot: day('2027-01-01'), points: points(40) },
      { lot: day('2027-02-01'), points: points(50) },
    ],
  },
  ...{ repaid: points(10), reason: '菜品售罄', by: '店长', program: 'x' },
}
const back = {
  kind: 'returned',
  rewardName: '饮品',
  points: 100,
  repaid: 10,
  balance: 180,
  reason: '菜品售罄',
}
test('C-50: of a code that is void is told why, and all that is his again, whatever else is not told', () => {
  const { news, inbox } = write([granted('checkIn'), claimBack])
  expect([news, inbox.told]).toEqual([[back], []])
})

test('CAMP-09: of a code that a full card had paid for the card is told, and of others none', () => {
  const stamps = 10
  expect(write([{ ...claimBack, stamps } as Entry]).news).toEqual([{ ...back, stamps }])
  expect(write([claimBack]).news[0]).not.toHaveProperty('stamps')
})

const bar = (until: BusinessDay | null): Entry => ({
  ...{ type: 'MemberBarred', on: TODAY, until, reason: '虚假消费：单号重复', graceDays: 90 },
  ...{ by: '店长', program: 'x' },
})
const lifted: Entry = {
  ...{ type: 'BarLifted', on: TODAY, reason: null, by: null, keepUntil: null, program: 'x' },
}
const thawed: Entry = { type: 'ExpiryThawed', on: TODAY, through: TODAY, program: 'x' }
const barredUntil = (until: string | null) => ({ kind: 'barred', until, reason: '虚假消费：单号重复' })
test.each<[string, Entry[], object[]]>([
  ['barred', [bar(null)], [barredUntil(null)]],
  ['barred for a time', [bar(day('2026-12-24')), granted('checkIn')], [barredUntil('2026-12-24')]],
  ['barred no more', [lifted, thawed], [{ kind: 'barLifted' }]],
  ['barred and no more', [bar(null), lifted], [{ kind: 'barLifted' }]],
  ['free and barred again', [lifted, bar(null)], [barredUntil(null)]],
  ['neither', [thawed], []],
])('RISK-04: who is %s is told so, the last of it, whatever else is not told', (_what, entries, told) => {
  const { news, inbox } = write(entries)
  expect([news, inbox.told]).toEqual([told, []])
})

const [silver, gold, diamond] = recommended.tiers as [Tier, Tier, Tier]
test('C-21: who reaches one tier and buys a higher one at once is told of the one he has', () => {
  const entries = [
    changed('reached', silver, gold, TODAY, recommended, {}),
    changed('bought', gold, diamond, TODAY, recommended, {}),
  ]
  const account = having(1, { tier: 'gold', bought: { tier: 'diamond', until: TODAY } })
  const { news, inbox } = write(entries, { tiers: true }, account)
  expect(news).toEqual([{ kind: 'tier', tier: 'diamond', tierName: diamond.name, up: true }])
  expect(inbox.told).toEqual([])
  expect(write(entries, { tiers: false }, account).news).toEqual([])
})

test.each<[string, Partial<Reminders>, Partial<Account>, string[]]>([
  ['as points come', { affordable: 'once' }, {}, ['affordable']],
  ['where the restaurant tells it every time', { affordable: 'again' }, {}, ['affordable']],
  ['where it never does', { affordable: 'never' }, {}, []],
  ['who is barred', { affordable: 'once' }, { barred: { since: TODAY, until: null, reason: '' } }, []],
])('RED-14, RISK-04: a reward within reach is told %s', (_when, over, about, kinds) => {
  const { news } = write([granted('checkIn')], over, having(60, about))
  expect(news.map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  ['once', 'side-dish', 0, true],
  ['again', 'side-dish', 49, false],
  ['again', 'side-dish', 50, true],
  ['again', 'drink', 99, false],
  ['again', 'drink', 100, true],
  ['once', 'gone', 5_000, false],
  ['again', 'gone', 5_000, false],
] as const)(
  'RED-14: where it is told %s, that %s was told is remembered with %i points: %s',
  (affordable, reward, left, is) => {
    const mark = `reward.${reward}`
    expect(write([], { affordable }, having(left), [mark]).inbox.told).toEqual(is ? [mark] : [])
  },
)
