import { requestFailed } from '../cloud-error'
import type { Value } from '../document'
import { typeName } from '../query/type-names'
import { isTrue, type Operator, onPresent, onValues } from './expression'

const cannot = (value: Value, to: string) =>
  requestFailed(`Failed to parse or convert ${JSON.stringify(value)} of type ${typeName(value)} to ${to}`)

export function toText(value: Value): string {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  const hex = (value as { toHexString?: () => string }).toHexString
  if (typeof hex === 'function') return hex.call(value)
  throw cannot(value, 'string')
}

function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value))
    return Number(value)
  throw cannot(value, 'number')
}

function toDate(value: Value): Date {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? value : toNumber(value))
  if (Number.isNaN(date.getTime())) throw cannot(value, 'date')
  return date
}

export const types: Record<string, Operator> = {
  $toString: onPresent('$toString', 1, 1, toText),
  $toInt: onPresent('$toInt', 1, 1, (value) => Math.trunc(toNumber(value))),
  $toLong: onPresent('$toLong', 1, 1, (value) => Math.trunc(toNumber(value))),
  $toDouble: onPresent('$toDouble', 1, 1, toNumber),
  $toBool: onPresent('$toBool', 1, 1, isTrue),
  $toDate: onPresent('$toDate', 1, 1, toDate),
  $type: onValues('$type', 1, 1, typeName),
}
