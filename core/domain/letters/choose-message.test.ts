import fc from 'fast-check'
import type { BusinessDay, News, RewardId } from '../../contract'
import { openAccount } from '../account'
import { points } from '../amounts'
import { businessDayOf } from '../calendar'
import { recommended } from '../presets/recommended'
import { type Allowed, chooseMessage, type Mailbox } from './choose-message'
import type { Waiting } from './renew'

const day = (text: string) => text as BusinessDay
const NOON = new Date('2026-12-01T12:00:00+08:00')
const HOUR_MS = 3_600_000
const TODAY = day('2026-12-01')

const EXPIRING = (days: number): News => ({
  kind: 'expiring',
  points: points(60),
  on: day('2026-12-08'),
  total: points(60),
  until: day('2026-12-08'),
  days,
})
const STATEMENT: News = {
  kind: 'statement',
  month: '2026-11',
  balance: points(60),
  affordable: 1,
  best: '小菜',
  next: null,
}
const AFFORDABLE: News = {
  kind: 'affordable',
  reward: 'side-dish' as RewardId,
  rewardName: '小菜',
  picture: '/a.svg',
  points: points(50),
  others: 0,
}
const BIRTHDAY: News = { kind: 'birthday', on: day('2026-12-03'), gift: null }
const TIER: News = { kind: 'tier', tier: 'silver', tierName: '银卡会员', up: true }
const ARRIVED: News = { kind: 'arrived', points: points(60), balance: points(60), cause: { type: 'joined' } }

const reader = {
  account: { ...openAccount(), tier: 'silver', lots: [{ expiresOn: day('2026-12-08'), left: points(60) }] },
  birthday: '12-03',
  joinedOn: day('2026-01-01'),
  program: recommended,
}
const letters = (...news: News[]): Waiting[] =>
  news.map((one, index) => ({ no: index + 1, at: NOON.getTime(), on: TODAY, news: one }))
const allowed = (left: number, over: Partial<Allowed> = {}): Allowed => ({
  left,
  told: [],
  sentAt: [],
  ...over,
})
const all = (left: number, over: Partial<Allowed> = {}): Mailbox => ({
  arrival: allowed(left, over),
  expiring: allowed(left, over),
  news: allowed(left, over),
})
const choose = (waiting: Waiting[], mailbox: Mailbox = all(5), now = NOON) =>
  chooseMessage(waiting, mailbox, reader, { today: businessDayOf(now), now })
const sent = (waiting: Waiting[], mailbox?: Mailbox, now?: Date) =>
  choose(waiting, mailbox, now).send?.news.kind ?? null

test.each([
  [[STATEMENT, BIRTHDAY], 'birthday'],
  [[STATEMENT, BIRTHDAY, EXPIRING(30)], 'expiring'],
  [[EXPIRING(30), TIER], 'tier'],
  [[TIER, AFFORDABLE], 'affordable'],
  [[AFFORDABLE, EXPIRING(7)], 'expiring'],
  [[], null],
])('of what falls on one day the most valuable is sent, the others stay in the inbox: %#', (news, kind) => {
  expect(choose(letters(...(news as News[])))).toMatchObject({
    later: [],
    ...(kind === null ? { send: null } : { send: { news: { kind } } }),
  })
})

test.each([
  [0, null, null],
  [1, 'expiring', null],
  [2, 'expiring', 'expiring'],
])(
  'with %i consents left a reminder for 7 days: %s, for 30 days: %s; the last is kept for what is urgent',
  (left, urgent, calm) => {
    expect(sent(letters(EXPIRING(7)), all(left))).toBe(urgent)
    expect(sent(letters(EXPIRING(30)), all(left))).toBe(calm)
  },
)

test.each([
  ['a statement', STATEMENT, null],
  ['a birthday', BIRTHDAY, null],
  ['an affordable reward', AFFORDABLE, 'affordable'],
  ['a tier', TIER, 'tier'],
])('%s with the last consent: %s', (_name, news, kind) => {
  expect(sent(letters(news as News), all(1))).toBe(kind)
})

test('what he does not allow is not waited for', () => {
  expect(choose(letters(EXPIRING(7)), { arrival: allowed(5) })).toEqual({ send: null, later: [] })
})

test.each([
  ['07:59', null],
  ['08:00', 'expiring'],
  ['21:59', 'expiring'],
  ['22:00', null],
])('at %s a reminder is sent: %s; what waits is looked at in the morning', (clock, kind) => {
  const now = new Date(`2026-12-01T${clock}:00+08:00`)
  const choice = choose(letters(EXPIRING(7)), all(5), now)
  expect(choice.send?.news.kind ?? null).toBe(kind)
  expect(choice.later).toEqual(kind === null ? [1] : [])
})

test.each([
  [[], 'expiring'],
  [[1], null],
  [[30], 'expiring'],
  [[30, 54], null],
  [[30, 169], 'expiring'],
])('after messages %j hours ago: %s. One a day, two a week. C-12', (hours, kind) => {
  const sentAt = hours.map((ago) => NOON.getTime() - ago * HOUR_MS)
  expect(sent(letters(EXPIRING(7)), { ...all(5), news: allowed(5, { sentAt }) })).toBe(kind)
})

test("points that have come are told at once, by night as well, and count for nobody's week. REM-06", () => {
  const night = new Date('2026-12-01T23:30:00+08:00')
  const arrived = { no: 9, at: night.getTime(), on: TODAY, news: ARRIVED }
  const had = { sentAt: [NOON.getTime(), NOON.getTime() - 48 * HOUR_MS] }
  expect(sent([arrived], all(1, had), night)).toBe('arrived')
  expect(choose([arrived, ...letters(EXPIRING(7))], all(1), night)).toMatchObject({ later: [1] })
})

test.each([
  [0, 'arrived'],
  [2 * HOUR_MS, 'arrived'],
  [2 * HOUR_MS + 1, null],
])('%i ms after points came it is told: %s', (age, kind) => {
  const now = new Date(NOON.getTime() + age)
  expect(sent(letters(ARRIVED), all(1), now)).toBe(kind)
})

test.each([
  [2, 'expiring'],
  [3, null],
  [5, null],
])('a timer that comes %i days late sends: %s. Nothing that was written long ago is sent', (days, kind) => {
  const now = new Date(NOON.getTime() + days * 24 * HOUR_MS)
  expect(sent(letters(EXPIRING(7)), all(5), now)).toBe(kind)
})

test.each([
  ['points that were used', EXPIRING(7), { lots: [] }],
  ['points that stand still', EXPIRING(7), { frozen: { since: TODAY, graceDays: 90 } }],
  [
    'a reward that is out of reach again',
    AFFORDABLE,
    { lots: [{ expiresOn: day('2026-12-08'), left: points(49) }] },
  ],
  ['a tier he has no more', TIER, { tier: 'gold' }],
])('nothing is sent of %s', (_rule, news, over) => {
  const other = { ...reader, account: { ...reader.account, ...over } }
  expect(chooseMessage(letters(news as News), all(5), other, { today: TODAY, now: NOON }).send).toBeNull()
})

test('a letter that was told is not told again', () => {
  expect(sent(letters(EXPIRING(7)), { expiring: allowed(5, { told: ['1'] }) })).toBeNull()
})

test('never more messages than consents, whatever falls together', () => {
  const kinds = fc.constantFrom(EXPIRING(7), EXPIRING(30), STATEMENT, AFFORDABLE, BIRTHDAY, TIER, ARRIVED)
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 6 }), fc.nat(2), fc.nat(2), fc.nat(2), (news, a, b, c) => {
      const mailbox = { arrival: allowed(a), expiring: allowed(b), news: allowed(c) }
      const { send } = choose(letters(...news), mailbox)
      if (send !== null) expect(mailbox[send.template].left).toBeGreaterThan(0)
    }),
  )
})
