import type { BusinessDay, Entry, PendingPoints, Program } from '../contract'
import { type Account, balanceOf, openAccount, postAll } from './account'
import { points } from './amounts'
import { bar } from './bar'
import { addDays } from './calendar'
import { noRoute } from './presets/no-route'
import { recommended } from './presets/recommended'
import { settleTime } from './settle-time'
import { changed } from './tier-changed'

const day = (text: string) => text as BusinessDay
const [silver, gold] = recommended.tiers
if (silver === undefined || gold === undefined) throw new Error('there are two tiers')
const program: Program = {
  ...recommended,
  keep: null,
  anniversary: { points: points(50), from: day('2015-01-01') },
}
const loyal: Program = {
  ...program,
  anniversary: null,
  expiry: { ...program.expiry, exempt: { tiers: ['gold'], graceDays: 90 } },
}

const member: Account = {
  ...openAccount(),
  tier: 'silver',
  tierSince: day('2026-01-01'),
  reached: ['silver'],
}
const lot = (expiresOn: string, left: number) => ({ expiresOn: day(expiresOn), left: points(left) })
const waiting = (id: string, until: string | null): PendingPoints => ({
  id,
  source: 'checkIn',
  about: '签到',
  branch: null,
  bill: null,
  points: points(10),
  since: day('2026-12-01'),
  until: until === null ? null : day(until),
  reason: until === null ? 'review' : 'dailyCap',
})
const barredThrough = (account: Account, last: string): Account => {
  const until = day(last)
  const asked = { reason: 'OTHER' as const, note: '查', days: 1, by: '店长' }
  const barred = bar(account, asked, until, program)
  if (!barred.ok) throw new Error(barred.refusal)
  return postAll(account, barred.value)
}
const boughtThrough = (account: Account, until: string, by: Program): Account =>
  postAll(account, [changed('bought', silver, gold, day('2026-12-01'), by, { until: day(until) })])

const look = (account: Account, on: string, by: Program, joinedOn = day('2026-01-01')) =>
  settleTime({ account, joinedOn }, day(on), by)
const told = (entries: readonly Entry[]) => entries.map(({ on, type }) => `${on} ${type}`)

test.each([
  [
    'each on its day',
    { barOver: '2027-01-11', tierOver: '2027-01-21', come: '2027-02-01', joined: '2026-03-05' },
    [
      '2027-01-11 BarLifted',
      '2027-01-11 ExpiryThawed',
      '2027-01-21 TierChanged',
      '2027-02-01 PendingReleased',
      '2027-03-05 PointsGranted',
    ],
  ],
  [
    'each on its day, the other way round',
    { barOver: '2027-03-05', tierOver: '2027-02-01', come: '2027-01-21', joined: '2026-01-11' },
    [
      '2027-01-11 PointsGranted',
      '2027-01-21 PendingReleased',
      '2027-02-01 TierChanged',
      '2027-03-05 BarLifted',
      '2027-03-05 ExpiryThawed',
    ],
  ],
  [
    'all on one day: a bar ends before a tier is judged, and a tier is judged before points come',
    { barOver: '2027-01-11', tierOver: '2027-01-11', come: '2027-01-11', joined: '2026-01-11' },
    [
      '2027-01-11 BarLifted',
      '2027-01-11 ExpiryThawed',
      '2027-01-11 TierChanged',
      '2027-01-11 PendingReleased',
      '2027-01-11 PointsGranted',
    ],
  ],
])('I9: what time has done since he was last looked at is done in its order: %s', (_when, days, expected) => {
  const before = (on: string) => addDays(day(on), -1)
  const account = barredThrough(boughtThrough(member, before(days.tierOver), program), before(days.barOver))
  const pending = [waiting('wait-1', days.come)]
  expect(told(look({ ...account, pending }, '2027-06-01', program, day(days.joined)))).toEqual(expected)
})

test.each([
  ['2027-01-31', []],
  ['2027-02-01', ['2027-02-01 wait-2']],
  ['2027-02-03', ['2027-02-01 wait-2', '2027-02-03 wait-1', '2027-02-03 wait-3']],
  ['2027-02-04', ['2027-02-01 wait-2', '2027-02-03 wait-1', '2027-02-03 wait-3', '2027-02-04 wait-5']],
])('CAP-02: by %s has come what waited for its day, soonest first, and as it waited: %j', (on, expected) => {
  const pending = [
    waiting('wait-1', '2027-02-03'),
    waiting('wait-2', '2027-02-01'),
    waiting('wait-3', '2027-02-03'),
    waiting('wait-4', null),
    waiting('wait-5', '2027-02-04'),
  ]
  const come = look({ ...member, pending }, on, { ...program, anniversary: null })
  expect(
    come.map((entry) => (entry.type === 'PendingReleased' ? `${entry.on} ${entry.pending}` : '')),
  ).toEqual(expected)
})

test.each([
  ['2027-04-21', 5],
  ['2027-04-22', 0],
])('C-14, C-21: a loyal tier that was bought is over on 21 January: on %s he has %i points', (on, left) => {
  const account = boughtThrough({ ...member, lots: [lot('2026-12-31', 5)] }, '2027-01-20', loyal)
  const after = postAll(account, look(account, on, loyal))
  expect([after.bought, after.frozen, balanceOf(after)]).toEqual([null, null, left])
})

test.each([
  ['2027-01-31', []],
  ['2027-02-01', [lot('2027-02-01', 5)]],
])(
  'C-14, EXP-08: points that come on 1 February make him loyal: of points through %s stay %j',
  (last, stay) => {
    const reach = { ...noRoute, points: points(10) }
    const rules = { ...loyal, tiers: [silver, { ...gold, reach }] }
    const waits: PendingPoints = { ...waiting('wait-1', '2027-02-01'), source: 'bill', bill: 'jingan.1' }
    const account = { ...member, lots: [lot(last, 5)], pending: [waits] }
    const after = postAll(account, look(account, '2027-06-01', rules))
    expect([after.tier, after.frozen]).toEqual(['gold', { since: '2027-02-01', graceDays: 90 }])
    expect(after.lots.filter(({ expiresOn }) => expiresOn < '2028')).toEqual(stay)
  },
)

test('EXP-01: whatever programme was on meanwhile, all that is over is gone in one line', () => {
  const rules: Program = { ...program, anniversary: null, validFrom: day('2026-06-01') }
  const account = { ...member, lots: [lot('2026-05-31', 5), lot('2026-12-31', 7), lot('2027-01-31', 9)] }
  const drawn = [
    { lot: '2026-05-31', points: 5 },
    { lot: '2026-12-31', points: 7 },
  ]
  expect(look(account, '2027-01-01', rules)).toEqual([{ type: 'PointsExpired', on: '2027-01-01', drawn }])
})
