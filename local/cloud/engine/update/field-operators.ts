import { Long } from 'bson'
import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { orderKey } from '../order-key'
import { typeName } from '../query/type-names'
import { drop, locate, type Operator, placeAt, put } from './locate'

function arithmetic(
  name: string,
  missing: number,
  combine: (value: number, by: number) => number,
  combineLong: (value: bigint, by: bigint) => bigint,
): Operator {
  return (draft, path, by) => {
    if ((typeof by !== 'number' && !isLong(by)) || Number.isNaN(by))
      throw requestFailed(
        `Cannot ${name.slice(1)} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
      )
    const place = placeAt(draft, path)
    const value = place.value === undefined ? missing : place.value
    if (typeof value !== 'number' && !isLong(value)) throw notNumeric(name, path, value, draft.root)
    if (typeof value === 'number' && typeof by === 'number') put(place, combine(value, by))
    else put(place, toNumber(combineLong(toBigInt(value, path), toBigInt(by, path))))
  }
}

const isLong = (value: Value): value is Long => (value as { _bsontype?: string } | null)?._bsontype === 'Long'

/** Beyond 2^53 only integers are counted with. */
function toBigInt(value: Value, path: string): bigint {
  if (typeof value === 'number' && !Number.isInteger(value))
    throw requestFailed(`Cannot combine a fraction with a long integer at '${path}'`)
  return BigInt(String(value))
}

function toNumber(value: bigint): Value {
  if (BigInt.asIntN(64, value) !== value)
    throw requestFailed('Failed to apply an operation that overflows a long integer')
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : Long.fromString(String(value))
}

const BITS: Record<string, (value: bigint, by: bigint) => bigint> = {
  and: (value, by) => value & by,
  or: (value, by) => value | by,
  xor: (value, by) => value ^ by,
}

const bit: Operator = (draft, path, operations) => {
  if (!isPlain(operations) || Object.keys(operations).length === 0)
    throw requestFailed('The $bit modifier is not compatible with an argument that is no object')
  for (const [name, by] of Object.entries(operations)) {
    const combine = Object.hasOwn(BITS, name) ? BITS[name] : undefined
    const place = placeAt(draft, path)
    const value = place.value === undefined ? 0 : place.value
    if (!combine || !Number.isInteger(by))
      throw requestFailed(
        `The $bit modifier only supports 'and', 'or' and 'xor' with integers, not '${name}'`,
      )
    if (!Number.isInteger(value) && !isLong(value)) throw notNumeric('$bit', path, value, draft.root)
    put(place, toNumber(combine(toBigInt(value, path), toBigInt(by, path))))
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
  // The SDK cannot ask for an upsert with operators, and a document that is there is not being inserted.
  $setOnInsert: () => undefined,
  $inc: arithmetic(
    '$inc',
    0,
    (value, by) => value + by,
    (value, by) => value + by,
  ),
  $mul: arithmetic(
    '$mul',
    0,
    (value, by) => value * by,
    (value, by) => value * by,
  ),
  $bit: bit,
  $min: keepIf((offered, present) => offered < present),
  $max: keepIf((offered, present) => offered > present),
  $rename: rename,
}
