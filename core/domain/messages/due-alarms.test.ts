import { dueAlarms, lately, type Mailbox, type OpenAlarm } from './due-alarms'

const alarm = (id: string, severity: OpenAlarm['severity']): OpenAlarm => ({
  _id: id,
  kind: 'STOCK_DIFFERS',
  severity,
})
const [urgent, warning, notice] = [alarm('u', 'urgent'), alarm('w', 'warning'), alarm('n', 'notice')]
const NOON = new Date('2026-11-22T12:00:00+08:00')
const due = (open: OpenAlarm[], mailbox: Partial<Mailbox> = {}, now = NOON) =>
  dueAlarms(open, { told: [], sentAt: [], left: 5, ...mailbox }, now)
    .map(({ _id }) => _id)
    .join()
const minutesAgo = (...ages: number[]) => ages.map((minutes) => NOON.getTime() - minutes * 60_000)

test.each([
  ['nothing is open', [], ''],
  ['everything new goes into one message, the gravest first', [warning, urgent], 'u,w'],
  ['a notice is never sent', [notice], ''],
  ['a notice does not ride along', [urgent, notice], 'u'],
])('%s', (_rule, open, ids) => {
  expect(due(open)).toBe(ids)
})

test.each([
  [['u'], 'w'],
  [['w'], 'u'],
  [['u', 'w'], ''],
])('who was told of %j is told of "%s"', (told, ids) => {
  expect(due([urgent, warning], { told })).toBe(ids)
})

test.each([
  [0, '', ''],
  [1, 'u', ''],
  [2, 'u', 'w'],
])('with %i consents left an urgent alarm is told: "%s", a warning: "%s"', (left, grave, other) => {
  expect(due([urgent], { left })).toBe(grave)
  expect(due([warning], { left })).toBe(other)
})

test.each([
  ['21:59', 'w'],
  ['22:00', ''],
  ['03:00', ''],
  ['07:59', ''],
  ['08:00', 'w'],
])('at %s a warning is told: "%s"; what is urgent is told at any time', (clock, ids) => {
  const now = new Date(`2026-11-22T${clock}:00+08:00`)
  expect(due([warning], {}, now)).toBe(ids)
  expect(due([urgent, warning], {}, now)).toBe('u,w')
})

test.each([
  [9, '', ''],
  [10, 'u', ''],
  [119, 'u', ''],
  [120, 'u', 'w'],
])('%i minutes after a message an urgent alarm is told: "%s", a warning: "%s"', (age, grave, other) => {
  const sentAt = minutesAgo(age)
  expect(due([urgent], { sentAt })).toBe(grave)
  expect(due([warning], { sentAt })).toBe(other)
})

const HOURS = 60
test.each([
  [[5, 4, 3, 2, 1], 'u'],
  [[6, 5, 4, 3, 2, 1], ''],
  [[24, 5, 4, 3, 2, 1], 'u'],
])('after messages %j hours ago, an urgent alarm is told: "%s"', (hours, ids) => {
  const sentAt = minutesAgo(...hours.map((hour) => hour * HOURS))
  expect(due([urgent], { sentAt })).toBe(ids)
})

test('only messages within a day are remembered', () => {
  expect(lately(minutesAgo(24 * HOURS, 23 * HOURS), NOON)).toEqual(minutesAgo(23 * HOURS))
})

test('a clock that was moved back does not hold messages back for longer than it was moved', () => {
  expect(due([urgent], { sentAt: minutesAgo(-5) })).toBe('')
})
