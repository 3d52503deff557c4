import type { BusinessDay, Holiday } from '../contract'
import { isHoliday } from './holidays'

/** As the State Council announced them, and as any Chinese calendar prints them. */
test.each<[Holiday, string, string]>([
  ['new-year', '2027-01-01', '2027-01-01'],
  ['spring-festival', '2024-02-10', '2024-02-16'],
  ['spring-festival', '2026-02-17', '2026-02-23'],
  ['spring-festival', '2027-02-06', '2027-02-12'],
  ['spring-festival', '2028-01-26', '2028-02-01'],
  ['spring-festival', '2029-02-13', '2029-02-19'],
  ['spring-festival', '2030-02-03', '2030-02-09'],
  ['spring-festival', '2031-01-23', '2031-01-29'],
  ['spring-festival', '2033-01-31', '2033-02-06'],
  ['lantern', '2027-02-20', '2027-02-20'],
  ['lantern', '2030-02-17', '2030-02-17'],
  ['dragon-boat', '2027-06-09', '2027-06-09'],
  ['mid-autumn', '2027-09-15', '2027-09-15'],
  ['mid-autumn', '2030-09-12', '2030-09-12'],
  ['lantern', '2026-03-03', '2026-03-03'],
  ['valentine', '2026-02-14', '2026-02-14'],
  ['labour-day', '2026-05-01', '2026-05-05'],
  ['dragon-boat', '2026-06-19', '2026-06-19'],
  ['qixi', '2025-08-29', '2025-08-29'],
  ['mid-autumn', '2025-10-06', '2025-10-06'],
  ['mid-autumn', '2026-09-25', '2026-09-25'],
  ['national-day', '2026-10-01', '2026-10-07'],
  ['double-ninth', '2026-10-18', '2026-10-18'],
  ['christmas', '2026-12-25', '2026-12-25'],
])('EARN-28: %s is from %s to %s, and not a day before or after', (holiday, first, last) => {
  const days = (from: string, by: number) =>
    new Date(Date.parse(from) + by * 86_400_000).toISOString().slice(0, 10) as BusinessDay
  expect(isHoliday(days(first, -1), holiday)).toBe(false)
  expect(isHoliday(first as BusinessDay, holiday)).toBe(true)
  expect(isHoliday(last as BusinessDay, holiday)).toBe(true)
  expect(isHoliday(days(last, 1), holiday)).toBe(false)
})

test('a leap month has no holidays of its own: 2025 has one double sixth month, and one qixi', () => {
  const year = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2025, 0, 1 + i)))
  const qixi = year.filter((day) => isHoliday(day.toISOString().slice(0, 10) as BusinessDay, 'qixi'))
  expect(qixi).toHaveLength(1)
})

test('2028 has a double fifth month, and one dragon boat festival', () => {
  const year = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2028, 0, 1 + i)))
  const days = year.map((day) => day.toISOString().slice(0, 10))
  expect(days.filter((day) => isHoliday(day as BusinessDay, 'dragon-boat'))).toEqual(['2028-05-28'])
})
