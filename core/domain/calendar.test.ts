import type { BusinessDay } from '../contract'
import { addDays, addMonths, businessDayOf, instantOf, isBirthdayMonth, monthOf } from './calendar'

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
])('C-11: %s and %i calendar months is %s', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected)
})

test('days are counted across months and leap days', () => {
  expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
  expect(addDays(day('2026-12-31'), 30)).toBe('2027-01-30')
})

test('a moment is kept in Shanghai time with its zone', () => {
  expect(instantOf(new Date('2026-11-21T16:30:00Z'))).toBe('2026-11-22T00:30:00+08:00')
})

test('months', () => {
  expect(monthOf(day('2026-11-21'))).toBe('2026-11')
  expect(isBirthdayMonth(day('2026-02-01'), '02-29')).toBe(true)
  expect(isBirthdayMonth(day('2026-03-01'), '02-29')).toBe(false)
})
