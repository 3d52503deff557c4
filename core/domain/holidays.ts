import type { BusinessDay, Holiday } from '../contract'
import { addDays, lunarDayOf } from './calendar'

/** Begins on a day of the sun's calendar (`MM-DD`) or of the moon's (month, day), and lasts so many days. */
type Begins = { solar: string; days: number } | { lunar: [month: number, day: number]; days: number }

/** Public holidays last as long as the State Council's days off, without the working days swapped for them. */
const HOLIDAYS: Record<Holiday, Begins> = {
  'new-year': { solar: '01-01', days: 1 },
  'spring-festival': { lunar: [1, 1], days: 7 },
  lantern: { lunar: [1, 15], days: 1 },
  valentine: { solar: '02-14', days: 1 },
  'labour-day': { solar: '05-01', days: 5 },
  'dragon-boat': { lunar: [5, 5], days: 1 },
  qixi: { lunar: [7, 7], days: 1 },
  'mid-autumn': { lunar: [8, 15], days: 1 },
  'national-day': { solar: '10-01', days: 7 },
  'double-ninth': { lunar: [9, 9], days: 1 },
  christmas: { solar: '12-25', days: 1 },
}

/** Mid-autumn of 2026 is 25 September. EARN-28. */
export function isHoliday(day: BusinessDay, holiday: Holiday): boolean {
  const begins = HOLIDAYS[holiday]
  return Array.from({ length: begins.days }, (_, passed) => addDays(day, -passed)).some((first) =>
    'solar' in begins ? first.slice(5) === begins.solar : isLunar(first, begins.lunar),
  )
}

/** A leap month repeats its number and none of its holidays. */
function isLunar(day: BusinessDay, [month, date]: readonly [number, number]): boolean {
  const lunar = lunarDayOf(day)
  return lunar.month === month && lunar.day === date && !lunar.isLeap
}
