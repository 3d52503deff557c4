import { requestFailed } from '../cloud-error'
import type { Value } from '../document'

const MINUTE = 60_000
const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/
const NAMED = /GMT(?:([+-])(\d{1,2})(?::?(\d{2}))?)?/

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
    return format
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`)
  }
}

const minutesOf = ([, sign, hours, minutes]: RegExpExecArray) =>
  (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))

/** How many minutes a zone, by its name or its offset, is ahead of UTC at an instant. */
export function offsetMinutes(zone: Value, instant: number): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  if (typeof zone !== 'string') throw requestFailed('a time zone is a string')
  const offset = OFFSET.exec(zone)
  if (offset) return minutesOf(offset)
  const name =
    formatOf(zone)
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const named = NAMED.exec(name)
  return named?.[1] ? minutesOf(named) : 0
}

/** A date whose UTC fields show what a clock in the zone shows. */
export const shiftTo = (zone: Value, instant: number) =>
  new Date(instant + offsetMinutes(zone, instant) * MINUTE)

/** The instant at which a clock in the zone shows these fields. */
export function instantOf(zone: Value, shown: number): number {
  const near = shown - offsetMinutes(zone, shown) * MINUTE
  return shown - offsetMinutes(zone, near) * MINUTE
}
