import fc from 'fast-check'
import type { BusinessDay, Program } from '../../contract'
import { type Account, openAccount } from '../account'
import { points } from '../amounts'
import { addDays, daysBetween } from '../calendar'
import { recommended } from '../presets/recommended'
import { tellExpiring } from './expiring'
import { emptyInbox, type Inbox, nextReminderOf, type Reader, writeLetters } from './write-letters'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-25')
const { reminders } = recommended
if (reminders === null) throw new Error('the recommended programme reminds')
/** Nothing but points that expire is told. */
const program: Program = { ...recommended, reminders: { ...reminders, statementDay: null } }

const holding = (...lots: [daysLeft: number, left: number][]): Account => ({
  ...openAccount(),
  lots: lots.map(([days, left]) => ({ expiresOn: addDays(TODAY, days), left: points(left) })),
})
const readerOf = (account: Account): Reader => ({ account, birthday: null, joinedOn: TODAY, program })

const look = (account: Account, inbox: Inbox = emptyInbox(), today = TODAY) =>
  writeLetters(inbox, readerOf(account), [], today)

test.each([
  [31, null],
  [30, 30],
  [16, 30],
  [15, 15],
  [8, 15],
  [7, 7],
  [0, 7],
])('with %i days left it is the reminder for %s. EXP-03, EXP-04', (daysLeft, stage) => {
  const { news } = look(holding([daysLeft, 120]))
  const on = addDays(TODAY, daysLeft)
  const told = { kind: 'expiring', points: 120, on, total: 120, until: on, days: stage }
  expect(news).toEqual(stage === null ? [] : [told])
})

/** Days left at which letters come, when the timer looks on these. */
function stagesTold(account: Account, looksAt: readonly number[], lastDay: number): (number | string)[] {
  let inbox = emptyInbox()
  return looksAt.flatMap((daysLeft) => {
    const today = addDays(TODAY, lastDay - daysLeft)
    const written = writeLetters(inbox, readerOf(account), [], today)
    inbox = written.inbox
    return written.news.flatMap((news) => (news.kind === 'expiring' ? [`${daysLeft}:${news.days}`] : []))
  })
}
const downFrom = (most: number) => Array.from({ length: most + 1 }, (_, i) => most - i)

test('who is looked at every day is told on the 30th, 15th and 7th day before, once each. C-12', () => {
  expect(stagesTold(holding([40, 50]), downFrom(40), 40)).toEqual(['30:30', '15:15', '7:7'])
})

test.each([
  [
    [35, 25, 12, 3],
    ['25:30', '12:15', '3:7'],
  ],
  [[40, 14], ['14:15']],
  [[40, 6, 5], ['6:7']],
  [[31], []],
])('a timer that looks only with %j days left tells %j: what it missed is not sent later', (looks, told) => {
  expect(stagesTold(holding([40, 50]), looks, 40)).toEqual(told)
})

test('what would be told within three days is told together, each lot with its true day. C-12, EXP-05', () => {
  const first = look(holding([30, 40], [33, 60], [34, 500]))
  expect(first.news).toEqual([
    { kind: 'expiring', points: 40, on: addDays(TODAY, 30), total: 100, until: addDays(TODAY, 33), days: 30 },
  ])
  const later = writeLetters(first.inbox, readerOf(holding([30, 40], [33, 60])), [], addDays(TODAY, 3))
  expect(later.news).toEqual([])
})

test('who has points running out every day gets a letter every fourth day at most', () => {
  const daily = holding(...Array.from({ length: 120 }, (_, i): [number, number] => [i + 1, 10]))
  let inbox = emptyInbox()
  const days = Array.from({ length: 60 }, (_, i) => i).filter((i) => {
    const written = writeLetters(inbox, readerOf(daily), [], addDays(TODAY, i))
    inbox = written.inbox
    return written.news.length > 0
  })
  expect(Math.min(...days.slice(1).map((at, i) => at - (days[i] ?? 0)))).toBe(4)
})

test('of points that stand still nothing is told, and no message sent. EXP-08', () => {
  const frozen = { ...holding([7, 50]), frozen: { since: TODAY, graceDays: 90 } }
  expect(look(frozen).news).toEqual([])
  expect(tellExpiring(frozen, TODAY, addDays(TODAY, 20), 7)).toBeNull()
})

test('points that never expire are never told of', () => {
  const forever = { ...openAccount(), lots: [{ expiresOn: day('9999-12-31'), left: points(500) }] }
  expect(look(forever).news).toEqual([])
})

test.each([
  ['nothing was used', holding([5, 80], [20, 30]), { points: 80, total: 110 }],
  ['some of the first were used', holding([5, 15], [20, 30]), { points: 15, total: 45 }],
  ['the first are gone', holding([20, 30]), { points: 30, total: 30, on: addDays(TODAY, 20) }],
  ['others came that live longer', holding([5, 80], [20, 30], [300, 999]), { points: 80, total: 110 }],
])('a message tells what is true when it is sent: %s. EXP-06', (_rule, account, told) => {
  expect(tellExpiring(account, TODAY, addDays(TODAY, 20), 7)).toMatchObject(told)
})

test('a message about points that were used is not sent', () => {
  expect(tellExpiring(holding([21, 30]), TODAY, addDays(TODAY, 20), 7)).toBeNull()
})

const lots = fc.uniqueArray(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 500 })), {
  maxLength: 12,
  selector: ([days]) => days,
})
const looks = fc.uniqueArray(fc.nat(100), { minLength: 1, maxLength: 60 })

test('however often somebody looks, no lot is told twice for one reminder, and none before its time', () => {
  fc.assert(
    fc.property(lots, looks, (drawn, days) => {
      const account = holding(...[...drawn].sort(([a], [b]) => a - b))
      let inbox = emptyInbox()
      const marks: string[] = []
      for (const at of [...days].sort((a, b) => a - b)) {
        const today = addDays(TODAY, at)
        const left = { ...account, lots: account.lots.filter(({ expiresOn }) => expiresOn >= today) }
        const before = inbox.told
        const written = writeLetters(inbox, readerOf(left), [], today)
        inbox = written.inbox
        marks.push(...inbox.told.filter((mark) => !before.includes(mark)))
        for (const news of written.news) {
          if (news.kind !== 'expiring') throw new Error(news.kind)
          const first = left.lots[0]
          expect([news.on, news.points]).toEqual([first?.expiresOn, first?.left])
          expect(daysBetween(today, news.on)).toBeLessThanOrEqual(30)
        }
      }
      expect(new Set(marks).size).toBe(marks.length)
    }),
  )
})

test('the index finds him on exactly the days on which there is something to tell', () => {
  fc.assert(
    fc.property(lots, (drawn) => {
      const account = holding(...[...drawn].sort(([a], [b]) => a - b))
      let inbox = look(account).inbox
      let due = nextReminderOf(inbox, readerOf(account), TODAY)
      for (let at = 1; at <= 90; at++) {
        const today = addDays(TODAY, at)
        const left = { ...account, lots: account.lots.filter(({ expiresOn }) => expiresOn >= today) }
        const written = writeLetters(inbox, readerOf(left), [], today)
        if (written.news.length > 0) expect(due <= today).toBe(true)
        if (due > today) continue
        inbox = written.inbox
        due = nextReminderOf(inbox, readerOf(left), today)
        expect(due > today).toBe(true)
      }
    }),
  )
})
