import type { BusinessDay, Entry, Program, Reward } from '../contract'
import { type Account, balanceOf, openAccount, postAll } from './account'
import { fen, points } from './amounts'
import { type Bar, bar, isBarred, liftBar } from './bar'
import { buyTier } from './buy-tier'
import { addDays } from './calendar'
import { checkIn } from './check-in/check-in'
import { claimReward } from './claim-reward'
import { completeProfile } from './complete-profile'
import { turnExemption } from './exemption'
import { nextDueOf } from './next-due'
import { recommended } from './presets/recommended'
import { rewardReferral } from './referral/reward'
import { settleTime } from './settle-time'

const day = (text: string) => text as BusinessDay
const joinedOn = day('2026-01-01')
const TODAY = day('2026-11-21')
const program: Program = {
  ...recommended,
  validFrom: day('2015-01-01'),
  expiry: { ...recommended.expiry, exempt: null },
  tierSales: [{ tier: 'gold', points: points(10), days: 30 }],
}
const member: Account = {
  ...openAccount(),
  tier: 'silver',
  tierSince: TODAY,
  lots: [{ expiresOn: day('2026-12-31'), left: points(500) }],
}
const asked: Bar = { reason: 'CASH_OUT', note: '多次把券卖给别人', days: 30, by: '店长' }

function done<T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const barredFor = (days: number | null, account = member) =>
  postAll(account, done(bar(account, { ...asked, days }, TODAY, program)))
const look = (account: Account, on: BusinessDay) =>
  postAll(account, settleTime({ account, joinedOn }, on, program))
/** A person lifts it on a day, and points may move again. */
function lift(account: Account, on: BusinessDay): Account {
  const free = postAll(account, done(liftBar(account, { note: '查清了', by: '老板' }, on, program)))
  return postAll(free, turnExemption(free, on, program))
}

const reward = recommended.rewards[0] as Reward
const visitor = { joinedOn: TODAY, isSeated: true }
const told = { name: '小林', birthday: '03-05' }
const friends = { kind: 'rewardReferral', side: 'referrer', friend: 'M0000000000000002', turn: 1 } as const
const promised = { ...friends, points: points(100), until: TODAY, perMonth: 5 }
const tries: [string, (account: Account) => { ok: boolean; refusal?: string }][] = [
  [
    'claiming a reward',
    (a) => claimReward(a, { reward, redemption: 'R', token: null, left: null }, TODAY, program),
  ],
  ['buying a tier', (a) => buyTier(a, 'gold', TODAY, program)],
  ['checking in', (a) => checkIn(a, visitor, TODAY, program)],
  [
    'a reward for a friend',
    (a) => rewardReferral(a, promised as never, { isStaff: false, before: null }, TODAY, program),
  ],
]
test.each(tries)('RISK-04: %s is refused to who is barred, and to nobody else', (_what, attempt) => {
  expect(attempt(member)).toMatchObject({ ok: true })
  const barred = barredFor(null)
  expect(attempt(barred)).toMatchObject({ ok: false, refusal: 'BARRED' })
  expect(attempt(lift(barred, TODAY))).toMatchObject({ ok: true })
})

test('RISK-04, EARN-10: who is barred may tell his name and birthday, and gets nothing for it', () => {
  const nothing = { name: null, birthday: null }
  const gift = (account: Account) => completeProfile(account, nothing, told, TODAY, program)
  expect([gift(member).length, gift(barredFor(1)).length]).toEqual([1, 0])
})

test.each([
  [null, true],
  [day('2026-11-20'), false],
  [TODAY, true],
  [day('2026-11-22'), true],
])('RISK-04: a bill paid on %s (null: now) is kept from who was barred on the 21st: %s', (paidOn, is) => {
  expect(isBarred(barredFor(30), paidOn)).toBe(is)
  expect(isBarred(member, paidOn)).toBe(false)
})

test.each([
  [1, '2026-11-21', '2026-11-22'],
  [30, '2026-12-20', '2026-12-21'],
])('RISK-04: barred for %i days he is so through %s and free on %s, whoever looks', (days, last, free) => {
  const barred = barredFor(days)
  expect([nextDueOf({ account: barred, joinedOn }, program), barred.barred?.until]).toEqual([free, last])
  expect(isBarred(look(barred, day(last)))).toBe(true)
  expect(isBarred(look(barred, day(free)))).toBe(false)
  const [ended] = settleTime({ account: barred, joinedOn }, day('2027-06-01'), program)
  expect(ended).toMatchObject({ type: 'BarLifted', on: free, by: null, reason: null })
})

test('RISK-04: without an end he is barred until a person lifts it, once', () => {
  const barred = barredFor(null)
  expect(isBarred(look(barred, day('2036-11-21')))).toBe(true)
  expect(bar(barred, asked, TODAY, program)).toEqual({ ok: false, refusal: 'ALREADY_BARRED' })
  const free = lift(barred, day('2027-01-01'))
  expect(liftBar(free, { note: '查清了', by: '老板' }, TODAY, program)).toEqual({
    ok: false,
    refusal: 'NOT_BARRED',
  })
})

test('RISK-04, C-14: nothing of his expires meanwhile, and all of it lives for 90 days afterwards', () => {
  const barred = barredFor(null)
  const years = look(barred, day('2028-11-21'))
  expect(balanceOf(years)).toBe(500)
  const free = lift(years, day('2028-11-21'))
  expect(free.lots).toEqual([{ expiresOn: addDays(day('2028-11-21'), 90), left: 500 }])
  expect([free.frozen, free.barred]).toEqual([null, undefined])
})

test('RISK-04, C-14: what ended by itself leaves the same, whether he was looked at daily or once', () => {
  const once = look(barredFor(30), day('2027-06-01'))
  let daily = barredFor(30)
  for (let on = TODAY; on <= '2027-06-01'; on = addDays(on, 1)) daily = look(daily, on)
  expect(daily).toEqual(once)
  expect(balanceOf(look(barredFor(30), day('2027-03-21')))).toBe(500)
  expect(balanceOf(look(barredFor(30), day('2027-03-22')))).toBe(0)
})

test('RISK-04, DOWN-01: of who is barred nothing is asked for his tier, and then he has a whole period again', () => {
  const asking = { ...program, keep: { ...recommended.keep, period: { kind: 'days', days: 30 } } } as Program
  const gold: Account = {
    ...member,
    tier: 'gold',
    reached: ['silver', 'gold'],
    keep: { from: TODAY, until: day('2026-12-20'), spend: 4_900, warned: false },
  }
  const lookAt = (account: Account, on: string) =>
    postAll(account, settleTime({ account, joinedOn }, day(on), asking))
  const later = lookAt(barredFor(null, gold), '2027-03-01')
  expect(later.tier).toBe('gold')
  expect(lookAt(gold, '2027-03-01').tier).toBe('silver')

  const soon = done(liftBar(barredFor(null, gold), { note: '查清了', by: '老板' }, day('2026-12-01'), asking))
  const free = postAll(barredFor(null, gold), soon)
  expect(free.keep).toMatchObject({ from: TODAY, until: '2026-12-30', spend: 4_900 })
})

test('RISK-04: the account says so only while it is so, so that older accounts read the same', () => {
  expect('barred' in openAccount()).toBe(false)
  const entries: Entry[] = [...done(bar(member, asked, TODAY, program))]
  const free = lift(postAll(member, entries), TODAY)
  expect('barred' in free).toBe(false)
})

test.each([
  ['CASH_OUT', '用积分套现：多次把券卖给别人'],
  ['FALSE_BILLS', '虚假消费：多次把券卖给别人'],
  ['MANY_ACCOUNTS', '一人多号：多次把券卖给别人'],
  ['OTHER', '其他原因：多次把券卖给别人'],
] as const)(
  'RISK-04: of a bar for %s the member reads why: %s, until when, and who did it',
  (reason, read) => {
    const [entry] = done(bar(member, { ...asked, reason }, TODAY, program))
    const common = { type: 'MemberBarred', on: TODAY, program: program.version }
    expect(entry).toEqual({ ...common, until: '2026-12-20', reason: read, graceDays: 90, by: '店长' })
  },
)

test('RISK-04, C-14: his points live as long afterwards as the programme promises to who is loyal, and 90 days otherwise', () => {
  const promising = {
    ...program,
    expiry: { ...program.expiry, exempt: { tiers: ['diamond'], graceDays: 30 } },
  }
  expect(done(bar(member, asked, TODAY, promising))).toMatchObject([{ graceDays: 30 }])
})

const keeping = (until: string): Account => ({
  ...member,
  tier: 'gold',
  keep: { from: TODAY, until: day(until), spend: 700, warned: true },
})
const days30: Program = {
  ...program,
  keep: { period: { kind: 'days', days: 30 }, minSpend: fen(1), tooLittle: 'warn', pauses: true },
}
test.each<[string, Account, Program, string | null, string | null]>([
  ['sooner', keeping('2026-12-29'), days30, '2026-12-30', '2026-12-30'],
  ['on the same day', keeping('2026-12-30'), days30, null, '2026-12-30'],
  ['later', keeping('2026-12-31'), days30, null, '2026-12-31'],
  [
    'sooner, and nothing is asked any more',
    keeping('2026-12-29'),
    { ...program, keep: null },
    null,
    '2026-12-29',
  ],
  ['never, as nothing is asked of him', member, days30, null, null],
])(
  'RISK-04, DOWN-02: free on 1 December, his period of 30 days ended %s: it is put off to %s and ends on %s',
  (_when, account, rules, keepUntil, until) => {
    const barred = postAll(account, done(bar(account, { ...asked, days: null }, TODAY, rules)))
    const entries = done(liftBar(barred, { note: '查清了', by: '老板' }, day('2026-12-01'), rules))
    expect(entries).toEqual([
      {
        ...{ type: 'BarLifted', on: '2026-12-01', reason: '查清了', by: '老板' },
        ...{ keepUntil, program: rules.version },
      },
    ])
    expect(postAll(barred, entries).keep).toEqual(account.keep && { ...account.keep, until })
  },
)
