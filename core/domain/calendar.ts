import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { BusinessDay } from '../contract'

dayjs.extend(utc)

/** China has one zone and no daylight saving, so a fixed offset is exact. C-52. */
const SHANGHAI_MINUTES = 8 * 60

/** Guests who pay at 01:30 belong to the evening before. */
const DAY_STARTS_AT_HOUR = 4

const MOST_REMEMBERED = 1_000

/** A command and a tick ask the same few things of the calendar again and again, for each lot of each member. */
function remembering<A extends (string | number)[], T>(tell: (...asked: A) => T): (...asked: A) => T {
  const told = new Map<string, T>()
  return (...asked) => {
    const key = asked.join(' ')
    const known = told.get(key)
    if (known !== undefined) return known
    if (told.size === MOST_REMEMBERED) told.clear()
    const fresh = tell(...asked)
    told.set(key, fresh)
    return fresh
  }
}

const dayAt = remembering(
  (ms: number): BusinessDay =>
    dayjs(ms)
      .utcOffset(SHANGHAI_MINUTES)
      .subtract(DAY_STARTS_AT_HOUR, 'hour')
      .format('YYYY-MM-DD') as BusinessDay,
)

export const businessDayOf = (instant: Date): BusinessDay => dayAt(instant.getTime())

/** The moment in ms at which a business day begins, or the one some days after it. */
export const dayBegins = (day: BusinessDay, daysLater = 0): number =>
  dayjs
    .utc(day)
    .add(daysLater, 'day')
    .add(DAY_STARTS_AT_HOUR, 'hour')
    .subtract(SHANGHAI_MINUTES, 'minute')
    .valueOf()

const keptAt = remembering((ms: number): string =>
  dayjs(ms).utcOffset(SHANGHAI_MINUTES).format('YYYY-MM-DDTHH:mm:ssZ'),
)

/** A moment as it is kept: Shanghai time with its zone, to the second. */
export const instantOf = (instant: Date): string => keptAt(instant.getTime())

/**
 * Clamps to the end of a short month: 31 Jan + 1 month is 28 Feb. Always count from the first
 * day; adding a month twice from 31 Jan would drift to 28 Mar.
 */
export const addMonths = remembering(
  (day: BusinessDay, months: number): BusinessDay =>
    dayjs.utc(day).add(months, 'month').format('YYYY-MM-DD') as BusinessDay,
)

export const addDays = remembering(
  (day: BusinessDay, days: number): BusinessDay =>
    dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD') as BusinessDay,
)

/** How many days later `to` is: 0 for the same day. */
export const daysBetween = remembering((from: BusinessDay, to: BusinessDay): number =>
  dayjs.utc(to).diff(dayjs.utc(from), 'day'),
)

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
  (birthday === '02-29' && day.slice(5) === '02-28' && dayjs.utc(day).daysInMonth() === 28)

/** The next day on which a day of the year, `MM-DD`, is celebrated: `today` itself when it is that day. C-52. */
export function nextYearly(today: BusinessDay, celebrated: string): BusinessDay {
  const year = Number(yearOf(today))
  const thisYear = celebratedIn(year, celebrated)
  return thisYear >= today ? thisYear : celebratedIn(year + 1, celebrated)
}

const celebratedIn = remembering((year: number, celebrated: string): BusinessDay => {
  const day = `${year}-${celebrated}` as BusinessDay
  return dayjs.utc(day).format('MM-DD') === celebrated ? day : (`${year}-02-28` as BusinessDay)
})

/** The first day of the month after. */
export const nextMonth = remembering(
  (day: BusinessDay): BusinessDay =>
    dayjs.utc(day).add(1, 'month').startOf('month').format('YYYY-MM-DD') as BusinessDay,
)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: BusinessDay): number => dayjs.utc(day).day() || 7

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
    return { month, day: daysBetween(first as BusinessDay, day) + 1, isLeap: false }
  }
  const parts = new Map(lunar.formatToParts(dayjs.utc(day).toDate()).map(({ type, value }) => [type, value]))
  const month = parts.get('month') ?? ''
  return { month: Number.parseInt(month, 10), day: Number(parts.get('day')), isLeap: /\D/.test(month) }
}

/** Later than any day points may expire: sorts after all of them. */
export const NEVER = '9999-12-31' as BusinessDay

/** NEVER when there is none. */
export const earliestOf = (days: readonly BusinessDay[]): BusinessDay => [...days].sort()[0] ?? NEVER
