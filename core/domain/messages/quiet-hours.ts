import { instantOf } from '../calendar'
import { QUIET_FROM_HOUR, QUIET_UNTIL_HOUR } from './thresholds'

const HOUR_MS = 3_600_000

/** Nobody is woken. */
export function isQuiet(now: Date): boolean {
  const hour = Number(instantOf(now).slice(11, 13))
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR
}

/** The next moment in ms at which people are awake: now, or 08:00 in Shanghai. */
export const awakeAt = (now: Date): number => (isQuiet(now) ? nextMorning(now) : now.getTime())

/** The next 08:00 in Shanghai, in ms. */
export function nextMorning(now: Date): number {
  const midnight = Date.parse(`${instantOf(now).slice(0, 10)}T00:00:00+08:00`)
  const morning = midnight + QUIET_UNTIL_HOUR * HOUR_MS
  return morning > now.getTime() ? morning : morning + 24 * HOUR_MS
}
