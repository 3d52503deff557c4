import type { BusinessDay, Program, Reminders } from '../../contract'
import { type Account, openAccount } from '../account'
import { fen, points } from '../amounts'
import { addDays, NEVER } from '../calendar'
import { recommended } from '../presets/recommended'
import { birthday } from './birthday'
import { expiring, tellExpiring } from './expiring'
import { keeping, tellKeeping } from './keeping'
import type { Addressee, Reminder } from './reminder'
import { statement } from './statement'
import { emptyInbox, nextReminderOf, writeLetters } from './write-letters'

const day = (text: string) => text as BusinessDay
const base = recommended.reminders
if (base === null) throw new Error('the recommended programme reminds')
const keep = { from: day('2026-10-01'), until: day('2026-12-31'), spend: 5_000, warned: false }
const account: Account = { ...openAccount(), tier: 'gold', keep }
const program: Program = {
  ...recommended,
  keep: { period: { kind: 'quarter' }, minSpend: fen(20_000), tooLittle: 'lose', pauses: false },
}
const to = (over: Partial<Addressee>, reminders: Partial<Reminders> = {}): Addressee => ({
  ...{ account, program, birthday: null, joinedOn: day('2026-01-15') },
  reminders: { ...base, ...reminders },
  ...over,
})
const next = (reminder: Reminder, who: Addressee, today: string, ...told: string[]) =>
  reminder.next(who, new Set(told), day(today))
const due = (reminder: Reminder, who: Addressee, today: string, ...told: string[]) =>
  reminder.due(who, new Set(told), day(today))

const born = (birthdayDays: number | null) => to({ birthday: '03-20' }, { birthdayDays })
test.each([
  [3, '2027-03-16', [], '2027-03-17'],
  [3, '2027-03-17', [], '2028-03-17'],
  [3, '2027-03-20', [], '2028-03-17'],
  [3, '2027-03-21', [], '2028-03-17'],
  [3, '2027-03-10', ['birthday.2027-03-20'], '2028-03-17'],
  [3, '2027-03-10', ['birthday.2026-03-20'], '2027-03-17'],
  [0, '2027-03-19', [], '2027-03-20'],
  [0, '2027-03-20', [], '2028-03-20'],
  [null, '2027-03-10', [], NEVER],
] as [number | null, string, string[], string][])(
  'BDAY-03: born on 20 March, greeted %s days before: after %s, with %j told, it is on %s',
  (days, today, told, is) => {
    expect(next(birthday, born(days), today, ...told)).toBe(is)
  },
)

test('BDAY-03: who told no birthday, or whose restaurant greets nobody, is never greeted', () => {
  expect(next(birthday, to({ birthday: null }, { birthdayDays: 3 }), '2027-03-10')).toBe(NEVER)
  expect(due(birthday, to({ birthday: null }, { birthdayDays: 3 }), '2027-03-20')).toBeNull()
  expect(due(birthday, born(null), '2027-03-20')).toBeNull()
})

test.each([
  ['2027-04-20', true],
  ['2027-04-21', false],
])('BDAY-03: on %s a greeting for 20 March is remembered: %s', (today, is) => {
  expect(birthday.remembers('birthday.2027-03-20', born(3), day(today))).toBe(is)
})

test.each([
  ['2027-03-14', [], '2027-03-15'],
  ['2027-03-15', [], '2027-04-15'],
  ['2027-03-16', [], '2027-04-15'],
  ['2027-03-14', ['statement.2027-03'], '2027-04-15'],
  ['2027-03-14', ['statement.2027-02'], '2027-03-15'],
  ['2026-12-31', [], '2027-01-15'],
] as [string, string[], string][])(
  'EXP-11: with a statement on the 15th, after %s, with %j told, it is on %s',
  (today, told, is) => {
    expect(next(statement, to({}, { statementDay: 15 }), today, ...told)).toBe(is)
  },
)

test.each([
  ['2027-03-14', false],
  ['2027-03-15', true],
  ['2027-03-17', true],
  ['2027-03-18', false],
])('EXP-11: the statement of the 15th is written on %s: %s', (today, is) => {
  const rich = { ...account, lots: [{ expiresOn: day('2027-12-01'), left: points(1) }] }
  const told = due(statement, to({ account: rich }, { statementDay: 15 }), today)
  const words = { month: '2027-02', balance: 1, affordable: 0, best: null, next: { missing: 49 } }
  expect(told?.marks ?? null).toEqual(is ? ['statement.2027-03'] : null)
  if (is) expect(told?.news).toMatchObject(words)
})

test('EXP-11: a restaurant without statements never writes one', () => {
  expect(next(statement, to({}, { statementDay: null }), '2027-03-14')).toBe(NEVER)
})

test.each([
  ['statement.2027-02', false],
  ['statement.2027-03', true],
  ['statement.2027-04', true],
])('EXP-11: in March, %s is remembered: %s', (mark, is) => {
  expect(statement.remembers(mark, to({}), day('2027-03-31'))).toBe(is)
})

test.each([
  ['2026-12-16', [], '2026-12-17'],
  ['2026-12-17', [], NEVER],
  ['2026-12-18', [], NEVER],
  ['2026-12-16', ['keeping.2026-12-31'], NEVER],
] as [string, string[], string][])(
  'DOWN-02: a tier to be kept until 31 December: after %s, with %j told, he is told on %s',
  (today, told, is) => {
    expect(next(keeping, to({}), today, ...told)).toBe(is)
  },
)

test.each([
  ['2027-01-14', true],
  ['2027-01-15', false],
])('DOWN-02: on %s a reminder for 31 December is remembered: %s', (today, is) => {
  expect(keeping.remembers('keeping.2026-12-31', to({}), day(today))).toBe(is)
})

const isBarred = { ...account, barred: { since: day('2026-12-01'), until: null, reason: '' } }
test.each<[string, Addressee, string, number | null]>([
  ['who lacks a fen', to({ account: { ...account, keep: { ...keep, spend: 19_999 } } }), '2026-12-31', 1],
  [
    'who has spent enough',
    to({ account: { ...account, keep: { ...keep, spend: 20_000 } } }),
    '2026-12-31',
    null,
  ],
  ['on the last day', to({}), '2026-12-31', 15_000],
  ['after it', to({}), '2027-01-01', null],
  ['where changes of tiers are not told', to({}, { tiers: false }), '2026-12-31', null],
  ['who is barred', to({ account: isBarred }), '2026-12-31', null],
  ['of whom nothing is asked', to({ account: { ...account, keep: null } }), '2026-12-31', null],
  ['where nothing is asked any more', to({ program: { ...program, keep: null } }), '2026-12-31', null],
  ['who has the first tier', to({ account: { ...account, tier: 'silver' } }), '2026-12-31', null],
])('DOWN-02, RISK-04: what is missing to keep a tier %s', (_who, who, today, missing) => {
  const told = { kind: 'keeping', tierName: '金卡会员', below: '银卡会员', missing, until: '2026-12-31' }
  expect(tellKeeping(who, day(today))).toEqual(missing === null ? null : told)
})

const TODAY = day('2027-05-01')
const holding = (...daysLeft: (number | null)[]): Account => ({
  ...account,
  lots: daysLeft.map((days) => ({
    expiresOn: days === null ? NEVER : addDays(TODAY, days),
    left: points(10),
  })),
})
const mark = (daysLeft: number, stage: number) => `expiring.${addDays(TODAY, daysLeft)}.${stage}`
test.each([
  [[31], [], 1],
  [[30], [], 15],
  [[20], [mark(20, 30)], 5],
  [[20], [mark(20, 15)], 13],
  [[20], [mark(20, 7)], null],
  [[8], [], 1],
  [[7], [], null],
  [[7, 31], [], 1],
  [[20, 18], [], 3],
  [[], [], null],
  [[null], [], null],
] as [(number | null)[], string[], number | null][])(
  'C-12: of points with %j days left, with %j told, there is something to tell in %s days',
  (daysLeft, told, is) => {
    const who = to({ account: holding(...daysLeft) })
    expect(next(expiring, who, TODAY, ...told)).toBe(is === null ? NEVER : addDays(TODAY, is))
  },
)

test('C-12: of lots of two stages told together the nearer is said, and each is marked with its own', () => {
  const told = due(expiring, to({ account: holding(7, 18, 19, 34) }), TODAY)
  expect(told?.news).toMatchObject({ points: 10, total: 30, until: addDays(TODAY, 19), days: 7 })
  expect(due(expiring, to({ account: holding(7, 15) }), TODAY)?.news).toMatchObject({ days: 7, total: 20 })
  expect(told?.marks).toEqual([mark(7, 7), mark(18, 15), mark(19, 30)])
})

test('EXP-06: a lot that is gone is forgotten, and no other', () => {
  const remembered = [7, 8].map((days) =>
    expiring.remembers(mark(days, 7), to({ account: holding(8) }), TODAY),
  )
  expect(remembered).toEqual([false, true])
})

test.each([
  [[-1, 0, 5], 5, 20, 0, 5],
  [[0, 5, 9], 9, 30, 0, 9],
  [[3, 5, 9], 8, 20, 3, 5],
])(
  'EXP-05: of lots with %j days left, %i days ahead %i points go, from day %i to day %i',
  (daysLeft, until, total, first, last) => {
    const told = tellExpiring(holding(...daysLeft), TODAY, addDays(TODAY, until), 7)
    const days = { on: addDays(TODAY, first), until: addDays(TODAY, last), days: 7 }
    expect(told).toEqual({ kind: 'expiring', points: 10, total, ...days })
  },
)

const silent = { ...base, statementDay: null, birthdayDays: null, expiryDays: [] }
const reader = { ...to({}), program: { ...recommended, keep: null, reminders: silent } }
test('a day on which there is nothing to tell leaves the inbox as it was, but for marks of nothing there is', () => {
  const inbox = { ...emptyInbox(), written: 2, read: 1 }
  expect(emptyInbox()).toEqual({ written: 0, read: 0, told: [] })
  expect(writeLetters(inbox, reader, [], TODAY)).toEqual({ inbox, news: [] })
  expect(writeLetters({ ...inbox, told: ['nothing.2027'] }, reader, [], TODAY).inbox).toEqual(inbox)
})

test('whoever has something to tell within the month is looked at then, with no reminder or with several', () => {
  const rules = { ...recommended, keep: null, reminders: { ...silent, birthdayDays: 0, statementDay: 10 } }
  const who = { ...reader, birthday: '05-20', program: rules }
  expect(nextReminderOf(emptyInbox(), who, TODAY)).toBe('2027-05-10')
  expect(nextReminderOf(emptyInbox(), who, day('2027-05-10'))).toBe('2027-05-20')
  expect(nextReminderOf(emptyInbox(), { ...who, program: { ...rules, reminders: null } }, TODAY)).toBe(
    '2027-06-01',
  )
})
