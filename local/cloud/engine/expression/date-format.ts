import { requestFailed } from '../cloud-error'
import { dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from './calendar'

const digits = (value: number, count: number) => String(value).padStart(count, '0')

function offset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60), 2)}${digits(size % 60, 2)}`
}

/** `date` shows the fields of the zone as its UTC fields; `minutes` is how far the zone is ahead. */
const specifiers: Record<string, (date: Date, minutes: number) => string> = {
  d: (date) => digits(date.getUTCDate(), 2),
  G: (date) => digits(isoWeekYear(date), 4),
  H: (date) => digits(date.getUTCHours(), 2),
  j: (date) => digits(dayOfYear(date), 3),
  L: (date) => digits(date.getUTCMilliseconds(), 3),
  m: (date) => digits(date.getUTCMonth() + 1, 2),
  M: (date) => digits(date.getUTCMinutes(), 2),
  S: (date) => digits(date.getUTCSeconds(), 2),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(isoDayOfWeek(date)),
  U: (date) => digits(week(date), 2),
  V: (date) => digits(isoWeek(date), 2),
  Y: (date) => digits(date.getUTCFullYear(), 4),
  z: (_date, minutes) => offset(minutes),
  Z: (_date, minutes) => String(minutes),
  '%': () => '%',
}

export function formatDate(format: string, date: Date, minutes: number): string {
  return format.replace(/%(.?)/g, (_whole, letter: string) => {
    const write = Object.hasOwn(specifiers, letter) ? specifiers[letter] : undefined
    if (!write) throw requestFailed(`Invalid format character '%${letter}' in format string`)
    return write(date, minutes)
  })
}

const patterns: Record<string, [field: string, pattern: string]> = {
  d: ['day', '\\d{1,2}'],
  G: ['isoWeekYear', '\\d{4}'],
  H: ['hour', '\\d{1,2}'],
  L: ['millisecond', '\\d{1,3}'],
  m: ['month', '\\d{1,2}'],
  M: ['minute', '\\d{1,2}'],
  S: ['second', '\\d{1,2}'],
  u: ['isoDayOfWeek', '\\d'],
  V: ['isoWeek', '\\d{1,2}'],
  Y: ['year', '\\d{4}'],
  z: ['timezone', '[+-]\\d{2}:?\\d{2}|Z'],
}

/** The fields a text names when it is read by a format; null when it does not have that form. */
export function readByFormat(format: string, text: string): Record<string, string> | null {
  const source = format.replace(/%(.?)|[.*+?^${}()|[\]\\]/g, (whole, letter: string | undefined) => {
    if (letter === undefined) return `\\${whole}`
    if (letter === '%') return '%'
    const known = Object.hasOwn(patterns, letter) ? patterns[letter] : undefined
    if (!known) throw requestFailed(`Invalid format character '%${letter}' in format string`)
    return `(?<${known[0]}>${known[1]})`
  })
  return new RegExp(`^${source}$`).exec(text)?.groups ?? null
}
