import { requestFailed } from '../cloud-error'
import type { Doc, Value } from '../document'
import { orderKey } from '../order-key'
import { locate, type Operator, type Place } from './locate'

/** The place to write; a path is always made, so there is one. */
function placeAt(doc: Doc, path: string): Place {
  const place = locate(doc, path, true)
  if (!place) throw requestFailed(`Cannot create field '${path}'`)
  return place
}

function arithmetic(name: string, missing: number, combine: (value: number, by: number) => number): Operator {
  return (doc, path, by) => {
    if (typeof by !== 'number' || Number.isNaN(by))
      throw requestFailed(
        `Cannot ${name.slice(1)} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
      )
    const place = placeAt(doc, path)
    const value = place.value === undefined ? missing : place.value
    if (typeof value !== 'number')
      throw requestFailed(
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(doc._id)}} has the field '${path}' of non-numeric type ${typeName(value)}`,
      )
    place.put(combine(value, by))
  }
}

export function typeName(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

function keepIf(replaces: (offered: string, present: string) => boolean): Operator {
  return (doc, path, offered) => {
    const place = placeAt(doc, path)
    if (place.value === undefined || replaces(orderKey(offered), orderKey(place.value))) place.put(offered)
  }
}

const rename: Operator = (doc, path, target) => {
  if (typeof target !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a field name: ${path}: ${JSON.stringify(target)}`)
  const source = locate(doc, path, false)
  if (!source || source.value === undefined) return
  source.drop()
  placeAt(doc, target).put(source.value)
}

export const fieldOperators: Record<string, Operator> = {
  $set: (doc, path, value) => placeAt(doc, path).put(value),
  $unset: (doc, path) => locate(doc, path, false)?.drop(),
  $inc: arithmetic('$inc', 0, (value, by) => value + by),
  $mul: arithmetic('$mul', 0, (value, by) => value * by),
  $min: keepIf((offered, present) => offered < present),
  $max: keepIf((offered, present) => offered > present),
  $rename: rename,
}
