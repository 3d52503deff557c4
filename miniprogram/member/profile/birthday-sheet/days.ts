/** Days of each month in a leap year: 29 February is somebody's birthday. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const monthNames = DAYS.map((_, i) => `${i + 1}月`)

/** The days of the month with this index: `1日` … `31日`. */
export function dayNames(month: number): string[] {
  return Array.from({ length: DAYS[month] ?? 0 }, (_, i) => `${i + 1}日`)
}

/** Two indexes of the picker as a birthday: [1, 28] → `02-29`. */
export function birthdayOf([month = 0, day = 0]: number[]): string {
  return [month, day].map((index) => String(index + 1).padStart(2, '0')).join('-')
}
