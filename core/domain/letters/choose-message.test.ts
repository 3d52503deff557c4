import fc from 'fast-check'
import type { BusinessDay, News, RewardId, Tier } from '../../contract'
import { openAccount } from '../account'
import { fen, points } from '../amounts'
import { businessDayOf } from '../calendar'
import { recommended } from '../presets/recommended'
import { type Allowed, chooseMessage, type Mailbox } from './choose-message'
import type { Waiting } from './renew'

const day = (text: string) => text as BusinessDay
const NOON = new Date('2026-12-01T12:00:00+08:00')
const HOUR_MS = 3_600_000
const TODAY = day('2026-12-01')
const [silver] = recommended.tiers as [Tier]

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

const KEEPING: News = {
  ...{ kind: 'keeping', tierName: '银卡会员', below: '普通会员' },
  ...{ missing: fen(100), until: day('2026-12-08') },
}
const RETURNED: News = {
  ...{ kind: 'returned', rewardName: '饮品', points: points(100), repaid: points(0) },
  ...{ balance: points(160), reason: '售罄' },
}
const ANNIVERSARY: News = { kind: 'anniversary', years: 1, points: points(50), balance: points(60) }
const FREE: News = { kind: 'barLifted' }
const BARRED: News = { kind: 'barred', until: null, reason: '虚假消费' }
/** Of these each is still true of who is not barred, and has a tier to keep. */
const tiers = [{ ...silver, id: 'plain', name: '普通会员' }, ...recommended.tiers]
const asked = {
  period: { kind: 'quarter' as const },
  minSpend: fen(100),
  tooLittle: 'lose' as const,
  pauses: false,
}
const keep = { from: TODAY, until: day('2026-12-08'), spend: 0, warned: false }
const keeper = {
  ...reader,
  account: { ...reader.account, keep },
  program: { ...recommended, tiers, keep: asked },
}
const sentTo = (who: typeof keeper, mailbox: Mailbox, ...news: News[]) =>
  chooseMessage(letters(...news), mailbox, who, { today: TODAY, now: NOON }).send

test.each([
  [EXPIRING(7), AFFORDABLE],
  [EXPIRING(7), RETURNED],
  [AFFORDABLE, TIER],
  [RETURNED, TIER],
  [FREE, TIER],
  [RETURNED, KEEPING],
  [TIER, EXPIRING(8)],
  [KEEPING, EXPIRING(8)],
  [EXPIRING(8), BIRTHDAY],
  [EXPIRING(8), ANNIVERSARY],
  [BIRTHDAY, STATEMENT],
  [ANNIVERSARY, STATEMENT],
])('C-12: of two letters the more valuable is sent, whichever was written first: %#', (more, less) => {
  expect(sentTo(keeper, all(5), more, less)?.news.kind).toBe(more.kind)
  expect(sentTo(keeper, all(5), less, more)?.news.kind).toBe(more.kind)
})

test('RISK-04: that he is barred is worth more than a tier', () => {
  const barred = { since: TODAY, until: null, reason: '虚假消费' }
  const who = { ...keeper, account: { ...keeper.account, barred } }
  expect(sentTo(who, all(5), BARRED, TIER)?.news.kind).toBe('barred')
  expect(sentTo(who, all(5), TIER, BARRED)?.news.kind).toBe('barred')
})

test('of two letters of the same worth the newer is sent', () => {
  expect(sentTo(keeper, all(5), TIER, KEEPING, TIER)?.no).toBe(3)
  expect(sentTo(keeper, all(5), ANNIVERSARY, BIRTHDAY)?.no).toBe(2)
})

test.each([
  [EXPIRING(7), 1],
  [EXPIRING(8), 2],
  [KEEPING, 1],
  [RETURNED, 1],
  [FREE, 1],
  [ANNIVERSARY, 2],
  [BIRTHDAY, 2],
  [STATEMENT, 2],
  [ARRIVED, 1],
])('C-12: the last consent is for what is worth it: %j takes %i', (news, least) => {
  expect(sentTo(keeper, all(least - 1), news)).toBeNull()
  expect(sentTo(keeper, all(least), news)?.news.kind).toBe(news.kind)
})

test.each([
  [ARRIVED, 'arrival'],
  [EXPIRING(7), 'expiring'],
  [TIER, 'news'],
  [STATEMENT, 'news'],
] as const)('REM-06: %j is told by the template it belongs to, %s, and needs no other', (news, template) => {
  expect(sentTo(keeper, { [template]: allowed(2) }, news)).toMatchObject({ template, no: 1 })
  expect(sentTo(keeper, { ...all(5), [template]: allowed(0) }, news)).toBeNull()
})

test.each([
  ['2026-12-01T03:59:59.999+08:00', 'expiring'],
  ['2026-12-01T04:00:00.000+08:00', null],
])('C-12: after a message at %s there is one today: %s; the day begins at four', (at, kind) => {
  for (const template of ['expiring', 'news'] as const) {
    const mailbox = { ...all(5), [template]: allowed(5, { sentAt: [Date.parse(at)] }) }
    expect(sent(letters(EXPIRING(7)), mailbox)).toBe(kind)
  }
})

test('C-12: messages of both templates count together, and points that came in neither', () => {
  const twoDays = { sentAt: [NOON.getTime() - 48 * HOUR_MS] }
  expect(sent(letters(EXPIRING(7)), { expiring: allowed(5, twoDays), news: allowed(5, twoDays) })).toBeNull()
  expect(sent(letters(EXPIRING(7)), { expiring: allowed(5, twoDays), arrival: allowed(5, twoDays) })).toBe(
    'expiring',
  )
})

test('a restaurant that reminds of nothing any more sends nothing that waits', () => {
  const program = { ...keeper.program, reminders: null }
  expect(sentTo({ ...keeper, program } as never, all(5), EXPIRING(7))).toBeNull()
})
