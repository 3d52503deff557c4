import { isPlain, type Value } from '../document'

/** BSON's numbers and names of types. A number is an int, a long or a double by its value: nothing else is known of it. */
const TYPES: [code: number, name: string, has: (value: Value) => boolean][] = [
  [1, 'double', (value) => typeof value === 'number' && !Number.isSafeInteger(value)],
  [2, 'string', (value) => typeof value === 'string'],
  [3, 'object', isPlain],
  [4, 'array', Array.isArray],
  [5, 'binData', (value) => isBson(value, 'Binary')],
  [7, 'objectId', (value) => isBson(value, 'ObjectID') || isBson(value, 'ObjectId')],
  [8, 'bool', (value) => typeof value === 'boolean'],
  [9, 'date', (value) => value instanceof Date],
  [10, 'null', (value) => value === null],
  [11, 'regex', (value) => value instanceof RegExp],
  [16, 'int', (value) => Number.isInteger(value) && Math.abs(value as number) <= 0x7fffffff],
  [17, 'timestamp', (value) => isBson(value, 'Timestamp')],
  [18, 'long', (value) => isLong(value)],
  [19, 'decimal', (value) => isBson(value, 'Decimal128')],
]

const isBson = (value: Value, kind: string) => (value as { _bsontype?: string } | null)?._bsontype === kind

const isLong = (value: Value) =>
  isBson(value, 'Long') || (Number.isSafeInteger(value) && Math.abs(value as number) > 0x7fffffff)

const isNumber = (value: Value) =>
  typeof value === 'number' || isBson(value, 'Long') || isBson(value, 'Decimal128')

/** A test for a type by its name, its number or the word `number`; null when there is no such type. */
export function typeTest(wanted: Value): ((value: Value) => boolean) | null {
  if (wanted === 'number') return isNumber
  return TYPES.find(([code, name]) => code === wanted || name === wanted)?.[2] ?? null
}

export const typeName = (value: Value): string =>
  TYPES.find(([, , has]) => has(value))?.[1] ?? (value === undefined ? 'missing' : typeof value)
