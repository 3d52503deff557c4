import type { ObjectId } from 'bson'
import type { Doc, Value } from './document'
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

/** Ends arrays and documents: the shorter of two that begin alike comes first. */
const END = '\0'

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
  if (value instanceof Date) return TYPE.date + doubleKey(value.getTime())
  if (Array.isArray(value)) return `${TYPE.array}${value.map(orderKey).join('')}${END}`
  const kind = (value as { _bsontype?: string })._bsontype
  if (kind === undefined && !(value instanceof RegExp)) return documentKey(value as Doc)
  if (kind === 'ObjectID' || kind === 'ObjectId')
    return TYPE.objectId + textKey((value as ObjectId).toHexString())
  if (kind === 'Long') return TYPE.number + longKey(BigInt(String(value)))
  return (kind === 'Binary' ? TYPE.binary : TYPE.other) + textKey(writeEjson(value))
}

/** Documents are compared field by field: first the type, then the name, then the value. */
function documentKey(doc: Doc): string {
  let key = TYPE.object
  for (const field in doc) {
    const value = orderKey(doc[field])
    key += value[0] + textKey(field) + value
  }
  return key + END
}

const bits = new DataView(new ArrayBuffer(8))

const numberKey = (value: number) => doubleKey(value) + exactKey(0)

/** An integer beyond 2^53 may stand beside the double it is filed under, by 512 at most. */
function longKey(value: bigint): string {
  const double = Number(value)
  return doubleKey(double) + exactKey(Number(value - BigInt(double)))
}

const exactKey = (beside: number) => String.fromCharCode((beside + 0x8000) >>> 8, beside & 255)

/** The sign bit flipped, and all others too for negatives: then the bytes of doubles sort as the doubles do. */
function doubleKey(value: number): string {
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

/** The same key for a field that sorts downwards. What was one byte a character stays so. */
export function reverseKey(key: string): string {
  let reversed = ''
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at)
    reversed += unit < 0xff ? String.fromCharCode(0xff - unit) : `\0${String.fromCharCode(0xffff - unit)}`
  }
  return reversed
}

/** Greater than whatever may follow a finished key. */
export const AFTER = '\uffff'

export const sameValue = (one: Value, other: Value) => orderKey(one) === orderKey(other)
