import fc from 'fast-check'
import type { BusinessDay, CheckIn, Entry, Program } from '../../contract'
import { type Account, balanceOf, openAccount, postAll } from '../account'
import { points } from '../amounts'
import { addDays, businessDayOf } from '../calendar'
import { recommended } from '../presets/recommended'
import { checkIn } from './check-in'
import { roundOf } from './round'

const day = (text: string) => text as BusinessDay
const JOINED = day('2028-02-25')

const rules = (over: Partial<CheckIn> = {}): Program => ({
  ...recommended,
  checkIn: { ...(recommended.checkIn as CheckIn), ...over },
})

function visit(account: Account, on: string, program = rules(), isSeated = false) {
  const decided = checkIn(account, { joinedOn: JOINED, isSeated }, day(on), program)
  if (!decided.ok) return { account, said: decided.refusal, entries: [] as Entry[] }
  const { streak, entries } = decided.value
  return { account: postAll(account, entries), said: streak, entries }
}

/** What is said on each of these days, one after the other. */
const saidOn = (days: string[], program?: Program) => {
  let account = openAccount()
  return days.map((on) => {
    const visited = visit(account, on, program)
    account = visited.account
    return visited.said
  })
}

test.each`
  what                              | days                                                        | said
  ${'a day and the next'}           | ${['2026-11-21', '2026-11-22']}                             | ${[1, 2]}
  ${'the same day'}                 | ${['2026-11-21', '2026-11-21']}                             | ${[1, 'ALREADY_CHECKED_IN']}
  ${'a gap of one day'}             | ${['2026-11-21', '2026-11-23']}                             | ${[1, 1]}
  ${'the end of a month'}           | ${['2026-11-30', '2026-12-01']}                             | ${[1, 2]}
  ${'the end of a year'}            | ${['2026-12-31', '2027-01-01']}                             | ${[1, 2]}
  ${'the leap day'}                 | ${['2028-02-28', '2028-02-29', '2028-03-01']}               | ${[1, 2, 3]}
  ${'around a leap day left out'}   | ${['2028-02-28', '2028-03-01']}                             | ${[1, 1]}
  ${'the end of a common February'} | ${['2027-02-28', '2027-03-01']}                             | ${[1, 2]}
  ${'a clock moved back a day'}     | ${['2026-11-21', '2026-11-20']}                             | ${[1, 'ALREADY_CHECKED_IN']}
  ${'back and forth'}               | ${['2026-11-21', '2026-11-20', '2026-11-21', '2026-11-22']} | ${[1, 'ALREADY_CHECKED_IN', 'ALREADY_CHECKED_IN', 2]}
`('ENG-01, I11: on $what the streak is $said', ({ days, said }) => {
  expect(saidOn(days)).toEqual(said)
})

test.each`
  first                          | second                         | said
  ${'2026-11-21T23:59:59+08:00'} | ${'2026-11-22T00:00:01+08:00'} | ${[1, 'ALREADY_CHECKED_IN']}
  ${'2026-11-22T03:58:00+08:00'} | ${'2026-11-22T03:59:59+08:00'} | ${[1, 'ALREADY_CHECKED_IN']}
  ${'2026-11-22T03:59:59+08:00'} | ${'2026-11-22T04:00:00+08:00'} | ${[1, 2]}
  ${'2026-11-22T04:00:00+08:00'} | ${'2026-11-23T03:59:59+08:00'} | ${[1, 'ALREADY_CHECKED_IN']}
`('a day begins at 04:00: at $first and at $second it is $said', ({ first, second, said }) => {
  expect(saidOn([first, second].map((at) => businessDayOf(new Date(at))))).toEqual(said)
})

const given = (entries: Entry[]) =>
  entries.flatMap((entry) => (entry.type === 'PointsGranted' ? [[entry.source, entry.earned]] : []))

test('ENG-01, ENG-02, C-03: a newcomer gets 2 a day, and on the seventh day 30 and his 100; the second week only the 30', () => {
  let account = openAccount()
  const days = Array.from({ length: 14 }, (_, i) => addDays(JOINED, i))
  const all = days.map((on) => {
    const visited = visit(account, on)
    account = visited.account
    return given(visited.entries)
  })
  const ordinary = [['checkIn', 2]]
  expect(all.filter((_, i) => i % 7 !== 6)).toEqual(Array(12).fill(ordinary))
  expect(all[6]).toEqual([...ordinary, ['checkIn', 30], ['newMemberTask', 100]])
  expect(all[13]).toEqual([...ordinary, ['checkIn', 30]])
  expect(balanceOf(account)).toBe(14 * 2 + 2 * 30 + 100)
})

test.each([
  [7, true],
  [6, false],
])('ENG-02: new for %i days, the seventh in a row counts: %s', (newDays, isNew) => {
  let account = openAccount()
  let last: Entry[] = []
  for (let i = 0; i < 7; i++) {
    const visited = visit(account, addDays(JOINED, i), rules({ newDays }))
    account = visited.account
    last = visited.entries
  }
  expect(given(last).some(([source]) => source === 'newMemberTask')).toBe(isNew)
})

test('a milestone of once stays had when its points change, and comes back for nobody', () => {
  const once = (more: number) =>
    rules({
      daily: points(0),
      round: 1,
      milestones: [{ day: 1, points: points(more), audience: 'all', once: true }],
    })
  const first = visit(openAccount(), '2028-02-25', once(5))
  const second = visit(first.account, '2028-02-26', once(50))
  expect([given(first.entries), given(second.entries)]).toEqual([[['checkIn', 5]], []])
})

test.each`
  checkIn                    | isSeated | said
  ${null}                    | ${true}  | ${'CHECK_IN_OFF'}
  ${{ where: 'restaurant' }} | ${false} | ${'NOT_AT_TABLE'}
  ${{ where: 'restaurant' }} | ${true}  | ${1}
  ${{ where: 'anywhere' }}   | ${false} | ${1}
`('ENG-10: with $checkIn and seated $isSeated it is $said', ({ checkIn: over, isSeated, said }) => {
  const program = over === null ? { ...recommended, checkIn: null } : rules(over)
  expect(visit(openAccount(), '2026-11-21', program, isSeated).said).toBe(said)
})

test('who has checked in is told so, wherever he is', () => {
  const { account } = visit(openAccount(), '2026-11-21')
  expect(visit(account, '2026-11-21', rules({ where: 'restaurant' })).said).toBe('ALREADY_CHECKED_IN')
})

const DAYS = Array.from({ length: 40 }, (_, i) => addDays(day('2028-02-10'), i))

test('property: a streak is a function of the days, whatever was tried in between', () => {
  const round = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 60 }), round, (tries, length) => {
      const program = rules({ round: length, milestones: [] })
      let account = openAccount()
      const came = new Set<number>()
      for (const i of tries) {
        const isNew = [...came].every((earlier) => earlier < i)
        const visited = visit(account, DAYS[i] as string, program)
        account = visited.account
        if (!isNew) expect(visited.said).toBe('ALREADY_CHECKED_IN')
        else {
          came.add(i)
          let streak = 1
          while (came.has(i - streak)) streak++
          expect(visited.said).toBe(streak)
        }
      }
      expect(balanceOf(account)).toBe(came.size * 2)
    }),
  )
})

test('property: what a day of the round says it gives is what checking in on it gives', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (comes) => {
      let account = openAccount()
      for (const [i, isComing] of comes.entries()) {
        if (!isComing) continue
        const on = addDays(JOINED, i)
        const round = roundOf(account, JOINED, on, rules().checkIn as CheckIn)
        const told = round.days.find(({ isToday }) => isToday)?.points
        const visited = visit(account, on)
        account = visited.account
        expect(given(visited.entries).reduce((sum, [, earned]) => sum + Number(earned), 0)).toBe(told)
        expect(roundOf(account, JOINED, on, rules().checkIn as CheckIn)).toMatchObject({
          isDone: true,
          streak: visited.said,
        })
      }
    }),
  )
})

test.each`
  days                                                        | on              | is
  ${[]}                                                       | ${'2028-04-01'} | ${[false, 0, '.......', 7]}
  ${['2028-04-01']}                                           | ${'2028-04-01'} | ${[true, 1, 'x......', 6]}
  ${['2028-04-01']}                                           | ${'2028-04-02'} | ${[false, 1, 'x......', 6]}
  ${['2028-04-01']}                                           | ${'2028-04-03'} | ${[false, 0, '.......', 7]}
  ${Array.from({ length: 7 }, (_, i) => `2028-04-0${i + 1}`)} | ${'2028-04-07'} | ${[true, 7, 'xxxxxxx', 7]}
  ${Array.from({ length: 7 }, (_, i) => `2028-04-0${i + 1}`)} | ${'2028-04-08'} | ${[false, 7, '.......', 7]}
`('after check-ins on $days the page of $on shows $is', ({ days, on, is }) => {
  const account = days.reduce((so: Account, each: string) => visit(so, each).account, openAccount())
  const { isDone, streak, days: shown, next } = roundOf(account, JOINED, day(on), rules().checkIn as CheckIn)
  expect([isDone, streak, shown.map((one) => (one.isDone ? 'x' : '.')).join(''), next?.more]).toEqual(is)
})
