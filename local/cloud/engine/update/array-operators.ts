import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { orderKey, sameValue } from '../order-key'
import type { Sort } from '../plan-query'
import { compileQuery } from '../query/compile-query'
import { typeName } from '../query/type-names'
import { byCodeUnits, sortKey } from '../sort-rows'
import type { Draft } from './draft'
import { locate, type Operator, put } from './locate'

/** Hands the array at a path to `change` and stores what comes back; a missing array is an empty one if `make`. */
function changeArray(draft: Draft, path: string, make: boolean, change: (array: Value[]) => Value[]) {
  const place = locate(draft, path, make)
  if (!place || (place.value === undefined && !make)) return
  const array = place.value ?? (place.value === undefined ? [] : null)
  if (!Array.isArray(array))
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(array)} in document {_id: ${JSON.stringify(draft.root._id)}}`,
    )
  put(place, change(array))
}

/** `{ $each: […] }` brings several elements, any other argument is one element. */
function elementsOf(argument: Value): { elements: Value[]; how: Doc } {
  if (!isPlain(argument) || !('$each' in argument)) return { elements: [argument], how: {} }
  const { $each, ...how } = argument
  if (!Array.isArray($each)) throw requestFailed('The argument to $each must be an array')
  return { elements: $each, how }
}

const push: Operator = (draft, path, argument) => {
  const { elements, how } = elementsOf(argument)
  const unknown = Object.keys(how).find((name) => !['$position', '$slice', '$sort'].includes(name))
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  const position = integer(how, '$position')
  const keep = integer(how, '$slice')
  changeArray(draft, path, true, (array) => {
    const next = [...array]
    next.splice(position ?? next.length, 0, ...elements)
    if (how.$sort !== undefined) sortElements(next, how.$sort)
    if (keep === undefined) return next
    return keep < 0 ? next.slice(keep) : next.slice(0, keep)
  })
}

function integer(how: Doc, name: string): number | undefined {
  const value = how[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`The value for ${name} must be an integer value`)
  return value
}

function sortElements(elements: Value[], order: Value) {
  const sort = isPlain(order) ? (Object.entries(order) as Sort) : ([['element', order]] as Sort)
  if (sort.some(([, direction]) => direction !== 1 && direction !== -1))
    throw requestFailed('The $sort element value must be either 1 or -1')
  const key = (element: Value) => sortKey(isPlain(order) && isPlain(element) ? element : { element }, sort)
  const keyed = elements.map((element) => ({ element, key: key(element) }))
  keyed.sort((a, b) => byCodeUnits(a.key, b.key))
  elements.splice(0, elements.length, ...keyed.map(({ element }) => element))
}

const addToSet: Operator = (draft, path, argument) => {
  const { elements, how } = elementsOf(argument)
  if (Object.keys(how).length > 0) throw requestFailed('Found unexpected fields after $each in $addToSet')
  changeArray(draft, path, true, (array) => {
    const present = new Set(array.map(orderKey))
    const next = [...array]
    for (const element of elements) {
      const key = orderKey(element)
      if (!present.has(key)) next.push(element)
      present.add(key)
    }
    return next
  })
}

const pull: Operator = (draft, path, condition) => {
  const unwanted = unwantedBy(condition)
  changeArray(draft, path, false, (array) => array.filter((element) => !unwanted(element)))
}

/** A document describes elements by their fields, operators and patterns describe the element itself. */
function unwantedBy(condition: Value): (element: Value) => boolean {
  const onElement =
    condition instanceof RegExp || (isPlain(condition) && Object.keys(condition)[0]?.startsWith('$'))
  if (onElement) {
    const test = compileQuery({ element: condition })
    return (element) => test({ element })
  }
  if (!isPlain(condition)) return (element) => sameValue(element, condition)
  const test = compileQuery(condition)
  return (element) => isPlain(element) && test(element)
}

const pullAll: Operator = (draft, path, values) => {
  if (!Array.isArray(values))
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(values)}`)
  const unwanted = new Set(values.map(orderKey))
  changeArray(draft, path, false, (array) => array.filter((element) => !unwanted.has(orderKey(element))))
}

const pop: Operator = (draft, path, end) => {
  if (end !== 1 && end !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${JSON.stringify(end)}`)
  changeArray(draft, path, false, (array) => (end === 1 ? array.slice(0, -1) : array.slice(1)))
}

export const arrayOperators: Record<string, Operator> = {
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
}
