import type { CheckIn, Milestone, Program } from '../../contract'
import { points } from '../amounts'
import { recommended } from '../presets/recommended'
import { checkInIsSmall, checkInWorse, milestonesAreReachable } from './check-in'
import { anyDay } from './recommended-with'

const task = (over: Partial<Milestone>): Milestone => ({
  day: 7,
  points: points(30),
  audience: 'all',
  once: false,
  ...over,
})
const rules = (over: Partial<CheckIn>, ...milestones: Partial<Milestone>[]): CheckIn => ({
  daily: points(0),
  round: 7,
  newDays: 14,
  where: 'anywhere',
  ...over,
  milestones: milestones.map(task),
})
const having = (checkIn: CheckIn | null, pointsPerYuan = 1): Program => ({
  ...recommended,
  checkIn,
  earn: { ...recommended.earn, pointsPerYuan },
})

test.each<[Milestone['audience'], round: number, newDays: number, last: number]>([
  ['all', 7, 14, 7],
  ['all', 7, 3, 7],
  ['new', 7, 14, 7],
  ['new', 7, 3, 3],
  ['new', 7, 7, 7],
])(
  'C-03: a task for %s in a round of %i days, newcomers of %i, is on day %i at the latest',
  (audience, round, newDays, last) => {
    const on = (day: number) => having(rules({ round, newDays }, { day: 1 }, { day, audience }))
    expect(milestonesAreReachable(on(last), anyDay)).toEqual([])
    expect(milestonesAreReachable(on(last + 1), anyDay)).toEqual([
      { rule: 'MILESTONE_UNREACHABLE', at: 'checkIn.milestones.1', expected: last, found: last + 1 },
    ])
    expect(milestonesAreReachable(having(null), anyDay)).toEqual([])
  },
)

test.each<[what: string, CheckIn | null, pointsPerYuan: number, expected: number, found: number | null]>([
  ['6 a day: 180', rules({ daily: points(6) }), 1, 200, null],
  ['7 a day: 210', rules({ daily: points(7) }), 1, 200, 210],
  ['7 a day where a yuan earns 2', rules({ daily: points(7) }), 2, 400, null],
  ['30 a week is 120 a month', rules({ daily: points(2) }, {}), 1, 200, null],
  ['30 a week and 3 a day: 210', rules({ daily: points(3) }, {}), 1, 200, 210],
  ['66 in 10 days, three times', rules({ round: 10 }, { points: points(66) }), 1, 200, null],
  ['67 in 10 days, three times', rules({ round: 10 }, { points: points(67) }), 1, 200, 201],
  [
    '99 and 1 in 14 days, twice',
    rules({ round: 14 }, { points: points(99) }, { points: points(1) }),
    1,
    200,
    null,
  ],
  [
    '99 and 2 in 14 days, twice',
    rules({ round: 14 }, { points: points(99) }, { points: points(2) }),
    1,
    200,
    202,
  ],
  ['much, for newcomers', rules({}, { points: points(900), audience: 'new' }), 1, 200, null],
  ['much, once', rules({}, { points: points(900), once: true }), 1, 200, null],
  ['nothing, where bills earn nothing', null, 0, 0, null],
  ['a point a day, where bills earn nothing', rules({ daily: points(1) }), 0, 0, 30],
])('COST-06, ENG-03: a month of check-ins: %s', (_what, checkIn, pointsPerYuan, expected, found) => {
  const remark = { rule: 'CHECK_IN_GENEROUS', at: 'checkIn.daily', expected, found }
  expect(checkInIsSmall(having(checkIn, pointsPerYuan), anyDay)).toEqual(found === null ? [] : [remark])
})

const base = rules({ daily: points(2) }, {}, { day: 3, points: points(5) })

test.each<[what: string, was: CheckIn | null, now: CheckIn | null, worse: boolean]>([
  ['none as before', null, null, false],
  ['some where there were none', null, base, false],
  ['the same', base, base, false],
  ['none any more', base, null, true],
  ['a point more a day', base, { ...base, daily: points(3) }, false],
  ['a point less a day', base, { ...base, daily: points(1) }, true],
  ['a shorter round', base, { ...base, round: 6 }, false],
  ['a longer round', base, { ...base, round: 8 }, true],
  ['newcomers for a day less', base, { ...base, newDays: 13 }, true],
  ['newcomers for a day more', base, { ...base, newDays: 15 }, false],
  ['only at the restaurant', base, { ...base, where: 'restaurant' }, true],
  ['at the restaurant as before', { ...base, where: 'restaurant' }, { ...base, where: 'restaurant' }, false],
  ['anywhere now', { ...base, where: 'restaurant' }, base, false],
  ['no task any more', base, { ...base, milestones: [] }, true],
  ['one task of two', base, { ...base, milestones: base.milestones.slice(1) }, true],
  ['a task more', { ...base, milestones: base.milestones.slice(1) }, base, false],
  ['a task a day later', rules({}, {}), rules({}, { day: 8 }), true],
  ['a task a day earlier', rules({}, {}), rules({}, { day: 6 }), false],
  ['a task for a point less', rules({}, {}), rules({}, { points: points(29) }), true],
  ['a task for newcomers', rules({}, { audience: 'new' }), rules({}, { audience: 'new' }), false],
  ['a task for all that was for newcomers', rules({}, { audience: 'new' }), rules({}, {}), false],
  ['a task for newcomers that was for all', rules({}, {}), rules({}, { audience: 'new' }), true],
  ['a task once as before', rules({}, { once: true }), rules({}, { once: true }), false],
  ['a task again and again that was once', rules({}, { once: true }), rules({}, {}), false],
  ['a task once that was again and again', rules({}, {}), rules({}, { once: true }), true],
])('C-43: check-ins become worse: %s', (_what, was, now, worse) => {
  expect(checkInWorse(was, now)).toBe(worse)
})
