import type { BusinessDay, Caps, Entry, Program } from '../contract'
import { type Account, openAccount, post, postAll } from './account'
import { points } from './amounts'
import { anniversaryDue, nextAnniversary } from './anniversary'
import { addDays, NEVER } from './calendar'
import { grant } from './grant'
import { join } from './join'
import { emptyInbox, writeLetters } from './letters/write-letters'
import { nextDueOf } from './next-due'
import { recommended } from './presets/recommended'
import { settleTime } from './settle-time'

const day = (text: string) => text as BusinessDay
const giving = (given: number, from: string, over: Partial<Program> = {}): Program => ({
  ...recommended,
  keep: null,
  anniversary: { points: points(given), from: day(from) },
  ...over,
})
const JOINED = day('2024-03-05')
const program = giving(100, '2015-01-01')
const joined = (on: BusinessDay, by = program) => post(openAccount(), join(on, by))
const given = (entries: readonly Entry[]) =>
  entries.flatMap((entry) =>
    entry.type === 'PointsGranted' ? [[entry.on, entry.about, entry.earned, entry.expiresOn]] : [],
  )
const look = (account: Account, joinedOn: BusinessDay, on: string, by = program) =>
  settleTime({ account, joinedOn }, day(on), by)

test.each([
  ['2024-03-05', '2025-03-04', []],
  ['2024-03-05', '2025-03-05', [['2025-03-05', '入会 1 周年', 100, '2026-03-05']]],
  ['2024-02-29', '2025-02-27', []],
  ['2024-02-29', '2025-02-28', [['2025-02-28', '入会 1 周年', 100, '2026-02-28']]],
])('BDAY-05: who joined on %s has by %s been given %j', (joinedOn, today, expected) => {
  expect(given(look(joined(day(joinedOn)), day(joinedOn), today))).toEqual(expected)
})

test('BDAY-05, C-52: who joined on 29 February has it on the 28th, and in leap years on the 29th', () => {
  const years = look(joined(day('2024-02-29')), day('2024-02-29'), '2028-03-01')
  expect(given(years).map(([on]) => on)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
})

test('BDAY-05: a timer that slept for years has lost none and gives none twice, whenever it looks', () => {
  const asleep = postAll(joined(JOINED), look(joined(JOINED), JOINED, '2028-05-01'))
  let daily = joined(JOINED)
  for (let on = JOINED; on <= day('2028-05-01'); on = addDays(on, 1))
    daily = postAll(daily, look(daily, JOINED, on))
  expect(daily).toEqual(asleep)
  expect(look(daily, JOINED, '2028-05-01')).toEqual([])
})

test('BDAY-05: the timer finds him on the day by `nextDueOn`, and on no day where nothing is given', () => {
  const nothing: Program = { ...program, anniversary: null, expiry: { ...program.expiry, months: null } }
  const account = joined(JOINED, nothing)
  const lasting = { ...nothing, anniversary: program.anniversary }
  expect(nextDueOf({ account, joinedOn: JOINED }, lasting)).toBe('2025-03-05')
  expect(nextDueOf({ account, joinedOn: JOINED }, nothing)).toBe(NEVER)
})

test.each<[string, string, Program, number]>([
  ['the day before', '2025-03-04', program, 0],
  ['the day', '2025-03-05', program, 1],
  ['years of a programme that gives nothing', '2028-03-05', { ...program, anniversary: null }, 0],
])('BDAY-05: on %s (%s) it is due, or not', (_when, today, by, count) => {
  expect(anniversaryDue(joined(JOINED), JOINED, day(today), by)).toHaveLength(count)
})

test.each([
  ['2026-03-05', '2026-03-05'],
  ['2026-03-06', '2027-03-05'],
])(
  'BDAY-05: who was here for years before something is given from %s on has it first on %s',
  (from, first) => {
    expect(nextAnniversary(joined(JOINED), JOINED, giving(100, from))).toBe(first)
  },
)

test('BDAY-05: other points that he is given are no anniversary', () => {
  const gift = { source: 'checkIn' as const, about: '签到', points: points(2) }
  const account = postAll(joined(JOINED), grant(joined(JOINED), gift, day('2026-01-01'), program))
  expect(nextAnniversary(account, JOINED, program)).toBe('2025-03-05')
})

test.each<[NonNullable<Caps['grant']>['over'], string[]]>([
  ['drop', ['PointsGranted']],
  ['later', ['PointsGranted', 'PointsPending', 'PointsPending']],
  ['review', ['PointsGranted', 'PointsPending']],
])('BDAY-05, CAP-01: beyond the cap of its day it is treated as gifts are (%s), and once', (over, types) => {
  const capped = giving(100, '2015-01-01', {
    caps: { ...program.caps, grant: { points: points(40), over } },
    expiry: { ...program.expiry, months: null },
  })
  const account = joined(JOINED, capped)
  const entries = look(account, JOINED, '2025-03-05', capped)
  expect(entries.map(({ type }) => type)).toEqual(types)
  expect(look(postAll(account, entries), JOINED, '2025-03-05', capped)).toEqual([])
})

test('BDAY-05: a letter tells of it, with all that came for years nobody looked, and no other letter does', () => {
  const entries = look(joined(JOINED), JOINED, '2026-03-07')
  const account = postAll(joined(JOINED), entries)
  const reader = { account, birthday: null, joinedOn: JOINED, program }
  const { news } = writeLetters(emptyInbox(), reader, entries, day('2026-03-07'))
  expect(news).toContainEqual({ kind: 'anniversary', years: 2, points: 200, balance: 100 })
  expect(news.map(({ kind }) => kind)).not.toContain('arrived')
})
