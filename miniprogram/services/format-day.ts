/** The restaurant's clock, wherever the phone is: fixed +08:00. */
const SHANGHAI_MS = 8 * 60 * 60 * 1000

/** A business day in full: `2027-05-18` → `2027年5月18日`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A calendar month: `2026-11` → `2026年11月`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** A birthday, `02-29` → `2月29日`. */
export function formatBirthday(birthday: string): string {
  const [month, date] = birthday.split('-').map(Number)
  return `${month}月${date}日`
}

/** A moment as the restaurant's wall clock shows it: `2026-11-21T11:30:00Z` → `11月21日 19:30`. */
export function formatMoment(instant: string): string {
  const wall = new Date(Date.parse(instant) + SHANGHAI_MS)
  const time = [wall.getUTCHours(), wall.getUTCMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return `${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日 ${time}`
}

/** A moment with its year: `2026年11月21日 19:30`. */
export function formatMomentInFull(instant: string): string {
  return `${new Date(Date.parse(instant) + SHANGHAI_MS).getUTCFullYear()}年${formatMoment(instant)}`
}

/** The months that can be asked for, newest first, ending with the one given: `2026-11` → 2026-11, 2026-10 … */
export function lastMonths(newest: string, count: number): string[] {
  const [year = 0, month = 0] = newest.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + month - 1 - back
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

/** The day on which points expire that never do. */
export const isForever = (day: string): boolean => day === '9999-12-31'

/** The last day of points in words: `2027年5月18日`, or for ever. */
export const sayExpiry = (day: string): string => (isForever(day) ? '永久有效' : formatDay(day))
