import { requestFailed } from '../cloud-error'
import { isPlain, type Value } from '../document'
import { dayOfYear, fromIsoWeek, isoDayOfWeek, isoWeek, isoWeekYear, week } from './calendar'
import { formatDate, readByFormat } from './date-format'
import { integerFor, isNothing, type Operator, onNamed, textFor } from './expression'
import { instantOf, offsetMinutes, shiftTo } from './time-zone'

function dateFor(name: string, value: Value): number {
  if (!(value instanceof Date)) throw requestFailed(`${name} can't convert to Date`)
  return value.getTime()
}

/** A part of a date, or of `{ date, timezone }`. */
function partOf(name: string, read: (date: Date) => number): Operator {
  const zoned = onNamed(name, ['date'], ['timezone'], ({ date, timezone }) =>
    isNothing(date) || timezone === null ? null : read(shiftTo(timezone, dateFor(name, date))),
  )
  return (argument, compile) => {
    const only = Array.isArray(argument) && argument.length === 1 ? argument[0] : argument
    if (isPlain(only) && 'date' in only) return zoned(only, compile)
    const date = compile(only)
    return (scope) => {
      const value = date(scope)
      return isNothing(value) ? null : read(new Date(dateFor(name, value)))
    }
  }
}

function toText({ date, format, timezone, onNull }: Record<string, Value>): Value {
  if (isNothing(date)) return onNull ?? null
  if (timezone === null || format === null) return null
  const instant = dateFor('$dateToString', date)
  const usual = timezone === undefined ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L%z'
  const written = format === undefined ? usual : textFor('$dateToString', format)
  return formatDate(written, shiftTo(timezone, instant), offsetMinutes(timezone, instant))
}

const PARTS = ['month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const
const ISO_PARTS = ['isoWeek', 'isoDayOfWeek', 'hour', 'minute', 'second', 'millisecond'] as const

/** A month 13 or a minute -1 carries over into the next field. */
function instantFromParts(parts: Record<string, Value>): number {
  const read = (name: string, missing: number) => integerFor('$dateFromParts', parts[name] ?? missing)
  const time = [read('hour', 0), read('minute', 0), read('second', 0), read('millisecond', 0)] as const
  const day =
    parts.isoWeekYear === undefined
      ? Date.UTC(read('year', 1970), read('month', 1) - 1, read('day', 1))
      : fromIsoWeek(read('isoWeekYear', 1970), read('isoWeek', 1), read('isoDayOfWeek', 1))
  const [hour, minute, second, ms] = time
  return instantOf(parts.timezone, day + ((hour * 60 + minute) * 60 + second) * 1000 + ms)
}

function fromParts(parts: Record<string, Value>): Value {
  if (Object.values(parts).some((value) => value === null)) return null
  if (parts.year === undefined && parts.isoWeekYear === undefined)
    throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  return new Date(instantFromParts(parts))
}

const ZONED = /(Z|[+-]\d{2}:?\d{2})$/

function parse(text: string, format: Value, timezone: Value): number {
  if (format !== undefined) {
    const { timezone: written, ...fields } = readByFormat(textFor('$dateFromString', format), text) ?? {}
    if (Object.keys(fields).length === 0) return Number.NaN
    const numbers = Object.fromEntries(
      Object.entries(fields).map(([field, digits]) => [field, Number(digits)]),
    )
    return instantFromParts({ ...numbers, timezone: written ?? timezone })
  }
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (ZONED.test(text) && !dateOnly) return new Date(text).getTime()
  const shown = new Date(dateOnly ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`).getTime()
  return Number.isNaN(shown) ? shown : instantOf(timezone, shown)
}

function fromText({ dateString, format, timezone, onError, onNull }: Record<string, Value>): Value {
  if (isNothing(dateString)) return onNull ?? null
  const instant = typeof dateString === 'string' ? parse(dateString, format, timezone) : Number.NaN
  if (!Number.isNaN(instant)) return new Date(instant)
  if (onError !== undefined) return onError
  throw requestFailed(`Error parsing date string '${String(dateString)}'`)
}

export const dates: Record<string, Operator> = {
  $dateFromParts: onNamed(
    '$dateFromParts',
    [],
    ['year', 'isoWeekYear', 'timezone', ...PARTS, ...ISO_PARTS],
    fromParts,
  ),
  $dateFromString: onNamed(
    '$dateFromString',
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
    fromText,
  ),
  $dateToString: onNamed('$dateToString', ['date'], ['format', 'timezone', 'onNull'], toText),
  $dayOfMonth: partOf('$dayOfMonth', (date) => date.getUTCDate()),
  $dayOfWeek: partOf('$dayOfWeek', (date) => date.getUTCDay() + 1),
  $dayOfYear: partOf('$dayOfYear', dayOfYear),
  $hour: partOf('$hour', (date) => date.getUTCHours()),
  $isoDayOfWeek: partOf('$isoDayOfWeek', isoDayOfWeek),
  $isoWeek: partOf('$isoWeek', isoWeek),
  $isoWeekYear: partOf('$isoWeekYear', isoWeekYear),
  $millisecond: partOf('$millisecond', (date) => date.getUTCMilliseconds()),
  $minute: partOf('$minute', (date) => date.getUTCMinutes()),
  $month: partOf('$month', (date) => date.getUTCMonth() + 1),
  $second: partOf('$second', (date) => date.getUTCSeconds()),
  $week: partOf('$week', week),
  $year: partOf('$year', (date) => date.getUTCFullYear()),
}
