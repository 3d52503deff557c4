import type { BusinessDay } from '../contract'
import {
  addDays,
  addMonths,
  businessDayOf,
  dayBegins,
  dayOfMonth,
  daysBetween,
  earliestOf,
  instantOf,
  isBirthday,
  isBirthdayMonth,
  lunarDayOf,
  monthOf,
  NEVER,
  nextMonth,
  nextQuarter,
  nextYearly,
  weekdayOf,
  yearOf,
} from './calendar'

const day = (text: string) => text as BusinessDay

test.each([
  ['2026-11-21T12:00:00+08:00', '2026-11-21'],
  ['2026-11-22T03:59:59+08:00', '2026-11-21'],
  ['2026-11-22T04:00:00+08:00', '2026-11-22'],
  ['2026-12-31T19:59:59Z', '2026-12-31'],
  ['2026-12-31T20:00:00Z', '2027-01-01'],
  ['2028-02-29T05:00:00+08:00', '2028-02-29'],
])('C-52: %s is business day %s', (instant, expected) => {
  expect(businessDayOf(new Date(instant))).toBe(expected)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2027-02-28', 12, '2028-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2026-11-21', 12, '2027-11-21'],
])('C-11, EXP-02: %s and %i calendar months is %s', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected)
})

test('days are counted across months and leap days', () => {
  expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
  expect(addDays(day('2026-12-31'), 30)).toBe('2027-01-30')
})

test('C-52: whatever was asked before, the same question has the same answer', () => {
  const days = Array.from({ length: 1_500 }, (_, count) => count)
  const told = () => days.map((count) => addDays(day('2026-01-01'), count))
  const utc = days.map((count) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10))
  expect(told()).toEqual(utc)
  expect(told()).toEqual(utc)
})

test('a moment is kept in Shanghai time with its zone', () => {
  expect(instantOf(new Date('2026-11-21T16:30:00Z'))).toBe('2026-11-22T00:30:00+08:00')
})

test('a business day begins at four in the morning, Shanghai time', () => {
  expect(dayBegins(day('2026-11-21'))).toBe(Date.parse('2026-11-21T04:00:00+08:00'))
  expect(dayBegins(day('2028-02-28'), 2)).toBe(Date.parse('2028-03-01T04:00:00+08:00'))
  expect(dayBegins(day('2027-01-01'), -1)).toBe(Date.parse('2026-12-31T04:00:00+08:00'))
})

test.each([
  ['2026-11-21', '2026-11-21', 0],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-02-28', '2026-03-01', 1],
  ['2027-01-01', '2026-12-31', -1],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days)
})

test.each([
  ['2026-01-01', '2026-04-01'],
  ['2026-03-31', '2026-04-01'],
  ['2026-04-01', '2026-07-01'],
  ['2026-09-30', '2026-10-01'],
  ['2026-11-21', '2027-01-01'],
])('the quarter after that of %s begins on %s', (from, expected) => {
  expect(nextQuarter(day(from))).toBe(expected)
})

test.each([
  ['2026-11-01', '2026-12-01'],
  ['2026-12-31', '2027-01-01'],
  ['2026-01-31', '2026-02-01'],
])('the month after that of %s begins on %s', (from, expected) => {
  expect(nextMonth(day(from))).toBe(expected)
})

test.each([
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['2028-02-29', 2],
])('%s is day %i of its week', (on, weekday) => {
  expect(weekdayOf(day(on))).toBe(weekday)
})

test.each([
  ['2026-11-21', '11-21', true],
  ['2026-11-20', '11-21', false],
  ['2026-02-28', '02-29', true],
  ['2028-02-28', '02-29', false],
  ['2028-02-29', '02-29', true],
  ['2026-03-01', '02-29', false],
  ['2026-02-27', '02-29', false],
  ['2026-02-28', '02-27', false],
])('C-52: on %s who was born on %s celebrates: %s', (on, birthday, expected) => {
  expect(isBirthday(day(on), birthday)).toBe(expected)
})

test.each([
  ['2026-11-21', '11-21', '2026-11-21'],
  ['2026-11-22', '11-21', '2027-11-21'],
  ['2026-02-28', '02-29', '2026-02-28'],
  ['2027-03-01', '02-29', '2028-02-29'],
  ['2028-02-29', '02-29', '2028-02-29'],
  ['2028-03-01', '02-29', '2029-02-28'],
])('C-52: from %s on, who was born on %s celebrates next on %s', (today, birthday, expected) => {
  expect(nextYearly(day(today), birthday)).toBe(expected)
})

test.each([
  ['2026-09-25', { month: 8, day: 15, isLeap: false }],
  ['2025-07-25', { month: 6, day: 1, isLeap: true }],
  ['2027-02-05', { month: 12, day: 29, isLeap: false }],
  ['2027-02-06', { month: 1, day: 1, isLeap: false }],
  ['2027-03-07', { month: 1, day: 30, isLeap: false }],
  ['2027-03-08', { month: 2, day: 1, isLeap: false }],
  ['2030-01-04', { month: 12, day: 1, isLeap: false }],
  ['2030-02-02', { month: 12, day: 30, isLeap: false }],
  ['2030-02-03', { month: 1, day: 1, isLeap: false }],
  ['2030-03-03', { month: 1, day: 29, isLeap: false }],
])('%s in the calendar of the moon', (on, expected) => {
  expect(lunarDayOf(day(on))).toEqual(expected)
})

test('the earliest of no days is never, which is later than any', () => {
  expect(earliestOf([])).toBe(NEVER)
  expect(earliestOf([day('2026-11-22'), day('2026-11-21'), NEVER])).toBe('2026-11-21')
})

test('months', () => {
  expect(monthOf(day('2026-11-21'))).toBe('2026-11')
  expect(yearOf(day('2026-11-21'))).toBe('2026')
  expect(dayOfMonth(day('2026-11-09'))).toBe(9)
  expect(isBirthdayMonth(day('2026-02-01'), '02-29')).toBe(true)
  expect(isBirthdayMonth(day('2026-03-01'), '02-29')).toBe(false)
})
