import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { refuseUnsafeName } from '../read-ejson'
import {
  arrayFor,
  compare,
  integerFor,
  isNothing,
  type Operator,
  onNamed,
  onPresent,
  onValues,
} from './expression'

function elementAt(array: Value, at: Value): Value {
  const list = arrayFor('$arrayElemAt', array)
  return list.at(integerFor('$arrayElemAt', at))
}

function toObject(array: Value): Doc {
  const made: Doc = {}
  for (const entry of arrayFor('$arrayToObject', array)) {
    const [name, value] = Array.isArray(entry) ? entry : isPlain(entry) ? [entry.k, entry.v] : []
    if (typeof name !== 'string') throw requestFailed('$arrayToObject requires an array of key-value pairs')
    refuseUnsafeName(name)
    made[name] = value
  }
  return made
}

/** From `start` on and before `end`; the place is counted from the beginning of the whole array. */
function indexOf(array: Value, wanted: Value, start: Value = 0, end: Value = Number.MAX_SAFE_INTEGER): Value {
  if (isNothing(array)) return null
  const list = arrayFor('$indexOfArray', array)
  const until = Math.min(integerFor('$indexOfArray', end), list.length)
  for (let at = integerFor('$indexOfArray', start); at < until; at++)
    if (compare(list[at], wanted) === 0) return at
  return -1
}

function range(start: Value, end: Value, step: Value = 1): number[] {
  const [from, to, by] = [start, end, step].map((value) => integerFor('$range', value)) as [
    number,
    number,
    number,
  ]
  if (by === 0) throw requestFailed('$range requires a non-zero step value')
  const numbers: number[] = []
  for (let value = from; by > 0 ? value < to : value > to; value += by) numbers.push(value)
  return numbers
}

/** The first n, the last -n, or n from a place on. */
function slice(array: Value, first: Value, count?: Value): Value {
  const list = arrayFor('$slice', array)
  const at = integerFor('$slice', first)
  if (count === undefined) return at < 0 ? list.slice(at) : list.slice(0, at)
  const length = integerFor('$slice', count)
  if (length <= 0) throw requestFailed('Third argument to $slice must be positive')
  const from = at < 0 ? Math.max(0, list.length + at) : at
  return list.slice(from, from + length)
}

function zip({ inputs, useLongestLength, defaults }: Record<string, Value>): Value {
  const lists = arrayFor('$zip', inputs)
  if (lists.some(isNothing)) return null
  const lengths = lists.map((list) => arrayFor('$zip', list).length)
  const length = useLongestLength === true ? Math.max(0, ...lengths) : Math.min(...lengths)
  if (defaults !== undefined && useLongestLength !== true)
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  const missing = isNothing(defaults) ? [] : arrayFor('$zip', defaults)
  return Array.from({ length }, (_unused, at) =>
    lists.map((list, which) =>
      at < (list as Value[]).length ? (list as Value[])[at] : (missing[which] ?? null),
    ),
  )
}

function includes(wanted: Value, array: Value): boolean {
  return arrayFor('$in', array).some((element) => compare(element, wanted) === 0)
}

export const arrays: Record<string, Operator> = {
  $arrayElemAt: onPresent('$arrayElemAt', 2, 2, elementAt),
  $arrayToObject: onPresent('$arrayToObject', 1, 1, toObject),
  $concatArrays: onPresent('$concatArrays', 0, Number.POSITIVE_INFINITY, (...lists) =>
    lists.flatMap((list) => arrayFor('$concatArrays', list)),
  ),
  $first: onPresent('$first', 1, 1, (array) => arrayFor('$first', array)[0]),
  $last: onPresent('$last', 1, 1, (array) => arrayFor('$last', array).at(-1)),
  $in: onValues('$in', 2, 2, includes),
  $indexOfArray: onValues('$indexOfArray', 2, 4, indexOf),
  $isArray: onValues('$isArray', 1, 1, Array.isArray),
  $range: onValues('$range', 2, 3, range),
  $reverseArray: onPresent('$reverseArray', 1, 1, (array) => arrayFor('$reverseArray', array).toReversed()),
  $size: onValues('$size', 1, 1, (array) => arrayFor('$size', array).length),
  $slice: onPresent('$slice', 2, 3, slice),
  $zip: onNamed('$zip', ['inputs'], ['useLongestLength', 'defaults'], zip),
}
