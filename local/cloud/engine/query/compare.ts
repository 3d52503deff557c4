import type { Value } from '../document'
import { orderKey } from '../order-key'
import type { Test } from './reach'

const isMissing: Test = (value) => value === undefined || value === null

/** Equal as the database sees it: 1 and 1.0, two dates of one instant, documents with the same fields in one order. */
export function equals(wanted: Value): Test {
  if (isMissing(wanted)) return isMissing
  if (typeof wanted !== 'object') return Number.isNaN(wanted) ? Number.isNaN : equalsScalar(wanted)
  if (wanted instanceof Date) {
    const ms = wanted.getTime()
    return (value) => value instanceof Date && value.getTime() === ms
  }
  const key = orderKey(wanted)
  return (value) => value !== undefined && value !== null && orderKey(value) === key
}

/** A stored integer that no double holds is an object of its own, and equal only to its like. */
const equalsScalar =
  (wanted: Value): Test =>
  (value) =>
    value === wanted

/** By type as well: 5 is not less than "7", and null compares with nothing but null and what is missing. */
function ordered(limit: Value, meets: (value: Value, limit: Value) => boolean, equal: boolean): Test {
  if (isMissing(limit)) return equal ? isMissing : () => false
  if (typeof limit === 'string') return (value) => typeof value === 'string' && meets(value, limit)
  if (limit instanceof Date)
    return (value) => value instanceof Date && meets(value.getTime(), limit.getTime())
  const key = orderKey(limit)
  const type = key.charCodeAt(0)
  const number = typeof limit === 'number' && !Number.isNaN(limit)
  return (value) => {
    if (number && typeof value === 'number') return meets(value, limit)
    if (isMissing(value)) return false
    const other = orderKey(value)
    return other.charCodeAt(0) === type && meets(other, key)
  }
}

type Comparable = string | number
export const comparisons: Record<string, (limit: Value) => Test> = {
  $gt: (limit) => ordered(limit, (a, b) => (a as Comparable) > (b as Comparable), false),
  $gte: (limit) => ordered(limit, (a, b) => (a as Comparable) >= (b as Comparable), true),
  $lt: (limit) => ordered(limit, (a, b) => (a as Comparable) < (b as Comparable), false),
  $lte: (limit) => ordered(limit, (a, b) => (a as Comparable) <= (b as Comparable), true),
}

export function isOneOf(choices: Value[]): Test {
  const scalars = new Set<Value>()
  const tests: Test[] = []
  for (const choice of choices)
    if (choice instanceof RegExp) tests.push(matches(choice))
    else if (typeof choice === 'object' || Number.isNaN(choice)) tests.push(equals(choice))
    else scalars.add(choice)
  return (value) => scalars.has(value) || tests.some((test) => test(value))
}

/** A pattern finds texts, and the same pattern where one is stored. */
export const matches =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : value instanceof RegExp && value.source === pattern.source && value.flags === pattern.flags
