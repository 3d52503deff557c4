import { requestFailed } from '../cloud-error'
import type { Doc, Value } from '../document'
import { orderKey } from '../order-key'
import { typeName } from '../query/type-names'
import { drop, locate, type Operator, placeAt, put } from './locate'

function arithmetic(name: string, missing: number, combine: (value: number, by: number) => number): Operator {
  return (draft, path, by) => {
    if (typeof by !== 'number' || Number.isNaN(by))
      throw requestFailed(
        `Cannot ${name.slice(1)} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
      )
    const place = placeAt(draft, path)
    const value = place.value === undefined ? missing : place.value
    if (typeof value !== 'number') throw notNumeric(name, path, value, draft.root)
    put(place, combine(value, by))
  }
}

const notNumeric = (name: string, path: string, value: Value, { _id }: Doc) =>
  requestFailed(
    `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(_id)}} has the field '${path}' of non-numeric type ${typeName(value)}`,
  )

function keepIf(replaces: (offered: string, present: string) => boolean): Operator {
  return (draft, path, offered) => {
    const place = placeAt(draft, path)
    if (place.value === undefined || replaces(orderKey(offered), orderKey(place.value))) put(place, offered)
  }
}

const rename: Operator = (draft, path, target) => {
  if (typeof target !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a field name: ${path}: ${JSON.stringify(target)}`)
  const source = locate(draft, path, false)
  if (!source || source.value === undefined) return
  drop(source)
  put(placeAt(draft, target), source.value)
}

const unset: Operator = (draft, path) => {
  const place = locate(draft, path, false)
  if (place) drop(place)
}

export const fieldOperators: Record<string, Operator> = {
  $set: (draft, path, value) => put(placeAt(draft, path), value),
  $unset: unset,
  $inc: arithmetic('$inc', 0, (value, by) => value + by),
  $mul: arithmetic('$mul', 0, (value, by) => value * by),
  $min: keepIf((offered, present) => offered < present),
  $max: keepIf((offered, present) => offered > present),
  $rename: rename,
}
