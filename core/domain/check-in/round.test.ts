import type { BusinessDay, CheckIn, Entry, Milestone } from '../../contract'
import { type Account, openAccount, postAll } from '../account'
import { points } from '../amounts'
import { addDays } from '../calendar'
import { recommended } from '../presets/recommended'
import { checkIn } from './check-in'
import { roundOf } from './round'

const day = (text: string) => text as BusinessDay
const JOINED = day('2026-11-01')

const milestone = (over: Partial<Milestone>): Milestone => ({
  ...((recommended.checkIn as CheckIn).milestones[0] as Milestone),
  ...over,
})

const rules: CheckIn = {
  ...(recommended.checkIn as CheckIn),
  round: 5,
  daily: points(2),
  where: 'anywhere',
  milestones: [
    milestone({ day: 3, points: points(30), audience: 'all', once: false }),
    milestone({ day: 5, points: points(50), audience: 'new', once: true }),
  ],
}
const program = { ...recommended, checkIn: rules, caps: { ...recommended.caps, engage: null } }

function visits(account: Account, from: string, times: number): { account: Account; entries: Entry[] } {
  let [now, told] = [account, [] as Entry[]]
  for (let i = 0; i < times; i++) {
    const decided = checkIn(now, { joinedOn: JOINED, isSeated: true }, addDays(day(from), i), program)
    if (!decided.ok) throw new Error(decided.refusal)
    told = decided.value.entries
    now = postAll(now, told)
  }
  return { account: now, entries: told }
}

const told = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => (entry.type === 'PointsGranted' ? [`${entry.about} ${entry.earned}`] : []))

test('ENG-01: each gift of a check-in says what it is for, and a milestone that comes once is remembered', () => {
  const third = visits(openAccount(), '2026-11-02', 3)
  expect(told(third.entries)).toEqual(['第 3 天签到 2', '连续签到 3 天 30'])
  expect(third.entries[0]).toMatchObject({ type: 'CheckedIn', streak: 3, day: 3, once: [] })
  const fifth = visits(third.account, '2026-11-05', 2)
  expect(told(fifth.entries)).toEqual(['第 5 天签到 2', '新会员连续签到 5 天 50'])
  expect(fifth.entries[0]).toMatchObject({ streak: 5, day: 5, once: ['new.5'] })
  expect(visits(fifth.account, '2026-11-07', 1).entries[0]).toMatchObject({ streak: 6, day: 1 })
})

test('ENG-01: the page shows the days of the round from 1, which are done, which is today, and what each gives', () => {
  const { account } = visits(openAccount(), '2026-11-02', 2)
  const shown = (today: string) => roundOf(account, JOINED, day(today), rules)
  const row = (n: number, gives: number, isDone = false, isToday = false) => ({
    day: n,
    isDone,
    isToday,
    points: gives,
  })
  expect(shown('2026-11-03')).toEqual({
    isDone: true,
    streak: 2,
    days: [row(1, 2, true), row(2, 2, true, true), row(3, 32), row(4, 2), row(5, 52)],
    next: { day: 3, points: 30, more: 1 },
  })
  expect(shown('2026-11-04')).toMatchObject({
    isDone: false,
    streak: 2,
    days: [row(1, 2, true), row(2, 2, true), row(3, 32, false, true), row(4, 2), row(5, 52)],
  })
  expect(shown('2026-11-05')).toMatchObject({ isDone: false, streak: 0, next: { day: 3, more: 3 } })
})

test('ENG-01: where no milestone is ahead there is none to come', () => {
  const plain = { ...rules, milestones: [] }
  expect(roundOf(openAccount(), JOINED, day('2026-11-05'), plain).next).toBeNull()
})
