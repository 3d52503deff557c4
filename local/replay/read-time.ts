import { instantOf } from '../../core/domain/calendar'

/** Shanghai has one zone and no daylight saving. */
const ZONE = '+08:00'

/**
 * `2019-04-01T07:01:20`, the local time in Shanghai, as a moment; null when there is no such
 * moment. Before 2002 a till's clock had fewer digits than the ten a till has to sign.
 */
export function readLocalTime(text: string): Date | null {
  if (!/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) || text < '2002') return null
  return moment(text)
}

/** Noon of a day: when somebody joined of whom only the day is known. */
export function noonOf(day: string): Date | null {
  return /^(19|20)\d\d-\d\d-\d\d$/.test(day) ? moment(`${day}T12:00:00`) : null
}

/** 30 February would become 2 March: it is a moment only if it reads the same afterwards. */
function moment(text: string): Date | null {
  const instant = new Date(text + ZONE)
  return !Number.isNaN(instant.getTime()) && instantOf(instant) === text + ZONE ? instant : null
}
