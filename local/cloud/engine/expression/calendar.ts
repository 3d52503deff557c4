const DAY = 86_400_000

const startOfYear = (year: number) => Date.UTC(year, 0, 1)

/** 1 to 366. */
export const dayOfYear = (date: Date) =>
  Math.floor((date.getTime() - startOfYear(date.getUTCFullYear())) / DAY) + 1

/** 1 for Monday to 7. */
export const isoDayOfWeek = (date: Date) => date.getUTCDay() || 7

/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
export const week = (date: Date) => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)

/** The Thursday of a week says what year the week belongs to. */
const thursdayOf = (date: Date) => new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY)

export const isoWeekYear = (date: Date) => thursdayOf(date).getUTCFullYear()

/** 1 to 53: the week with the year's first Thursday is the first. */
export const isoWeek = (date: Date) => Math.ceil(dayOfYear(thursdayOf(date)) / 7)

/** Midnight of a day given by week and weekday. */
export function fromIsoWeek(year: number, weekNumber: number, weekday: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4))
  return fourth.getTime() + ((weekNumber - 1) * 7 + weekday - isoDayOfWeek(fourth)) * DAY
}
