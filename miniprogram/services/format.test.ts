import { groupCode, groupMember } from './format-code'
import { formatBirthday, formatDay, formatMoment, formatMonth, lastMonths } from './format-day'
import { formatDelta, formatMultiplier, formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d points are written %s', (points, text) => expect(formatPoints(points)).toBe(text))

test.each([
  [200, '+200'],
  [0, '0'],
  [-1200, '−1,200'],
])('a change of %d is written %s', (delta, text) => expect(formatDelta(delta)).toBe(text))

test.each([
  [10_000, '×1'],
  [12_000, '×1.2'],
  [12_500, '×1.25'],
  [20_000, '×2'],
])('%d basis points are written %s', (bp, text) => expect(formatMultiplier(bp)).toBe(text))

test.each([
  [0, '¥0'],
  [5, '¥0.05'],
  [8650, '¥86.50'],
  [20_000, '¥200'],
  [20_000_000, '¥200,000'],
])('%d fen are written %s', (fen, text) => expect(formatYuan(fen)).toBe(text))

test.each([
  ['2026-11-21T11:30:00Z', '11月21日 19:30'],
  ['2026-11-21T19:30:00+08:00', '11月21日 19:30'],
  ['2026-12-31T16:05:00Z', '1月1日 00:05'],
])('the moment %s is %s on the restaurant’s clock', (instant, text) =>
  expect(formatMoment(instant)).toBe(text),
)

test('days, months and birthdays are written in Chinese without leading zeros', () => {
  expect(formatDay('2027-05-08')).toBe('2027年5月8日')
  expect(formatMonth('2026-01')).toBe('2026年1月')
  expect(formatBirthday('02-29')).toBe('2月29日')
})

test('the last months go back over the turn of the year', () => {
  expect(lastMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})

test('codes are read out in groups of four', () => {
  expect(groupCode('ABCD2345WXYZ6789')).toBe('ABCD-2345-WXYZ-6789')
  expect(groupMember('M8F2K93QATVWX0123')).toBe('M 8F2K 93QA TVWX 0123')
})
