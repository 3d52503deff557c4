import type { Value } from '../document'
import { orderKey } from '../order-key'
import { arrayFor, isTrue, type Operator, onPresent, onValues } from './expression'

/** Elements by the key that equal values share; the first of equals is kept. */
export function setOf(name: string, value: Value): Map<string, Value> {
  const set = new Map<string, Value>()
  for (const element of arrayFor(name, value)) {
    const key = orderKey(element)
    if (!set.has(key)) set.set(key, element)
  }
  return set
}

const setsOf = (name: string, values: Value[]) => values.map((value) => setOf(name, value))
const many = Number.POSITIVE_INFINITY

const isSubset = (one: Map<string, Value>, other: Map<string, Value>) =>
  [...one.keys()].every((key) => other.has(key))

export const sets: Record<string, Operator> = {
  $allElementsTrue: onValues('$allElementsTrue', 1, 1, (array) =>
    arrayFor('$allElementsTrue', array).every(isTrue),
  ),
  $anyElementTrue: onValues('$anyElementTrue', 1, 1, (array) =>
    arrayFor('$anyElementTrue', array).some(isTrue),
  ),
  $setDifference: onPresent('$setDifference', 2, 2, (...values) => {
    const [one, other] = setsOf('$setDifference', values) as [Map<string, Value>, Map<string, Value>]
    return [...one].flatMap(([key, element]) => (other.has(key) ? [] : [element]))
  }),
  $setEquals: onValues('$setEquals', 2, many, (...values) => {
    const [first, ...others] = setsOf('$setEquals', values) as [Map<string, Value>, ...Map<string, Value>[]]
    return others.every((other) => other.size === first.size && isSubset(first, other))
  }),
  $setIntersection: onPresent('$setIntersection', 0, many, (...values) => {
    const [first = new Map<string, Value>(), ...others] = setsOf('$setIntersection', values)
    return [...first].flatMap(([key, element]) => (others.every((other) => other.has(key)) ? [element] : []))
  }),
  $setIsSubset: onValues('$setIsSubset', 2, 2, (...values) => {
    const [one, other] = setsOf('$setIsSubset', values) as [Map<string, Value>, Map<string, Value>]
    return isSubset(one, other)
  }),
  $setUnion: onPresent('$setUnion', 0, many, (...values) => {
    const elements = values.flatMap((value) => arrayFor('$setUnion', value))
    return [...setOf('$setUnion', elements).values()]
  }),
}
