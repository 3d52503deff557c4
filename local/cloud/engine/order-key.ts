import type { ObjectId } from 'bson'
import type { Value } from './document'
import { writeEjson } from './write-ejson'

/**
 * Values written as strings that sort as the database sorts values: null < numbers < strings < objects < arrays <
 * binary < object ids < booleans < dates. No key is the beginning of another, so keys of several fields can be joined.
 */
export function orderKey(value: Value): string {
  if (value === null || value === undefined) return TYPE.null
  switch (typeof value) {
    case 'number':
      return TYPE.number + numberKey(value)
    case 'string':
      return TYPE.string + textKey(value)
    case 'boolean':
      return TYPE.boolean + (value ? '1' : '0')
    default:
      return objectKey(value)
  }
}

/** What an empty array is filed under: below null, and equal to nothing a query can ask for. */
export const NOTHING = '\u0001'

const TYPE = {
  null: '\u0002',
  number: '\u0003',
  string: '\u0004',
  object: '\u0005',
  array: '\u0006',
  binary: '\u0007',
  objectId: '\u0008',
  boolean: '\u0009',
  date: '\u000a',
  other: '\u000b',
}

function objectKey(value: Value): string {
  if (value instanceof Date) return TYPE.date + numberKey(value.getTime())
  const kind = (value as { _bsontype?: string })._bsontype
  if (kind === 'ObjectID' || kind === 'ObjectId')
    return TYPE.objectId + textKey((value as ObjectId).toHexString())
  const type = Array.isArray(value)
    ? TYPE.array
    : kind === 'Binary'
      ? TYPE.binary
      : kind
        ? TYPE.other
        : TYPE.object
  return type + textKey(writeEjson(value))
}

const bits = new DataView(new ArrayBuffer(8))

/** The sign bit flipped, and all others too for negatives: then the bytes of doubles sort as the doubles do. */
function numberKey(value: number): string {
  if (Number.isNaN(value)) return '\0\0\0\0\0\0\0\0'
  bits.setFloat64(0, value === 0 ? 0 : value)
  const high = bits.getUint32(0)
  const low = bits.getUint32(4)
  const negative = high >= 0x80000000
  return quadKey(negative ? ~high : high ^ 0x80000000) + quadKey(negative ? ~low : low)
}

const quadKey = (word: number) =>
  String.fromCharCode((word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255)

/** Ends in two zeros; a zero inside the text is followed by a one. */
const textKey = (text: string) => `${text.includes('\0') ? text.replaceAll('\0', '\0\u0001') : text}\0\0`

/** The same key for a field that sorts downwards. */
export function reverseKey(key: string): string {
  let reversed = ''
  for (let at = 0; at < key.length; at++) reversed += String.fromCharCode(0xffff - key.charCodeAt(at))
  return reversed
}

/** Greater than whatever may follow a finished key. */
export const AFTER = '\uffff'

export const sameValue = (one: Value, other: Value) => orderKey(one) === orderKey(other)
