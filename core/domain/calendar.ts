import type { BusinessDay } from '../contract'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** China has one zone and no daylight saving, so a fixed offset is exact. C-52. */
const SHANGHAI_MS = 8 * HOUR_MS

/** Guests who pay at 01:30 belong to the evening before. */
const DAY_STARTS_MS = 4 * HOUR_MS

/** Days since 1 January 1970. What is no day, like 30 February, counts as the days after its month's last. */
const numberOf = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS

const dayOf = (number: number): BusinessDay =>
  new Date(number * DAY_MS).toISOString().slice(0, 10) as BusinessDay

/** 29 February is a day in leap years only. */
const exists = (day: string): boolean => dayOf(numberOf(day)) === day

export const businessDayOf = (instant: Date): BusinessDay =>
  dayOf(Math.floor((instant.getTime() + SHANGHAI_MS - DAY_STARTS_MS) / DAY_MS))

/** The moment in ms at which a business day begins, or the one some days after it. */
export const dayBegins = (day: BusinessDay, daysLater = 0): number =>
  (numberOf(day) + daysLater) * DAY_MS + DAY_STARTS_MS - SHANGHAI_MS

/** A moment as it is kept: Shanghai time with its zone, to the second. */
export const instantOf = (instant: Date): string =>
  `${new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`

/**
 * Clamps to the end of a short month: 31 Jan + 1 month is 28 Feb. Always count from the first
 * day; adding a month twice from 31 Jan would drift to 28 Mar.
 */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const begins = (later: number) =>
    Date.UTC(Number(yearOf(day)), Number(day.slice(5, 7)) - 1 + later, 1) / DAY_MS
  const last = begins(months + 1) - 1
  return dayOf(Math.min(begins(months) + dayOfMonth(day) - 1, last))
}

export const addDays = (day: BusinessDay, days: number): BusinessDay => dayOf(numberOf(day) + days)

/** How many days later `to` is: 0 for the same day. */
export const daysBetween = (from: BusinessDay, to: BusinessDay): number => numberOf(to) - numberOf(from)

/** `2026-11-21` is in month `2026-11`. */
export const monthOf = (day: BusinessDay): string => day.slice(0, 7)

export const yearOf = (day: BusinessDay): string => day.slice(0, 4)

/** The first day of the quarter (季度) after the one `day` is in: 2026-11-21 → 2027-01-01. */
export const nextQuarter = (day: BusinessDay): BusinessDay => {
  const begins = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const first = `${yearOf(day)}-${String(begins).padStart(2, '0')}-01` as BusinessDay
  return addMonths(first, 3)
}

/** Is `day` in the month of a birthday given as `MM-DD`? */
export const isBirthdayMonth = (day: BusinessDay, birthday: string): boolean =>
  day.slice(5, 7) === birthday.slice(0, 2)

/** Who was born on 29 February celebrates on the 28th of a common year. C-52. */
export const isBirthday = (day: BusinessDay, birthday: string): boolean =>
  day.slice(5) === birthday ||
  (birthday === '02-29' && day.slice(5) === '02-28' && !exists(`${yearOf(day)}-02-29`))

/** The next day on which somebody celebrates who was born on `MM-DD`: `today` itself when it is that day. C-52. */
export function nextBirthday(today: BusinessDay, birthday: string): BusinessDay {
  const inYear = (year: number) => {
    const day = `${year}-${birthday}` as BusinessDay
    return exists(day) ? day : (`${year}-02-28` as BusinessDay)
  }
  const year = Number(today.slice(0, 4))
  const thisYear = inYear(year)
  return thisYear >= today ? thisYear : inYear(year + 1)
}

/** The first day of the month after. */
export const nextMonth = (day: BusinessDay): BusinessDay => addMonths(`${monthOf(day)}-01` as BusinessDay, 1)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: BusinessDay): number => new Date(numberOf(day) * DAY_MS).getUTCDay() || 7

export const dayOfMonth = (day: BusinessDay): number => Number(day.slice(8))

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
})

/**
 * Months that the runtime begins on the wrong side of a midnight: in 2027 and 2030 the year's new moon
 * comes within minutes of it. As printed calendars have them.
 */
const PRINTED = [
  { first: '2027-02-06', last: '2027-03-07', month: 1 },
  { first: '2030-01-04', last: '2030-02-02', month: 12 },
  { first: '2030-02-03', last: '2030-03-03', month: 1 },
]

/** The day in the calendar of the moon: 2026-09-25 is the 15th of its 8th month. */
export function lunarDayOf(day: BusinessDay): { month: number; day: number; isLeap: boolean } {
  const printed = PRINTED.find(({ first, last }) => first <= day && day <= last)
  if (printed !== undefined) {
    const { first, month } = printed
    return { month, day: numberOf(day) - numberOf(first) + 1, isLeap: false }
  }
  const parts = new Map(lunar.formatToParts(numberOf(day) * DAY_MS).map(({ type, value }) => [type, value]))
  const month = parts.get('month') ?? ''
  return { month: Number.parseInt(month, 10), day: Number(parts.get('day')), isLeap: /\D/.test(month) }
}

/** Later than any day points may expire: sorts after all of them. */
export const NEVER = '9999-12-31' as BusinessDay

/** NEVER when there is none. */
export const earliestOf = (days: readonly BusinessDay[]): BusinessDay => [...days].sort()[0] ?? NEVER
