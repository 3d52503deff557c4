import { EJSON } from 'bson'
import type { Doc, Value } from './document'

/** Canonical EJSON, the form both the wire and the disk use: a number says what kind it is. */
export function writeEjson(value: Value): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return writeNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      return value === null ? 'null' : writeObject(value)
    default:
      return 'null'
  }
}

function writeNumber(value: number): string {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -2147483648 && value <= 2147483647) return `{"$numberInt":"${value}"}`
    if (Number.isSafeInteger(value)) return `{"$numberLong":"${value}"}`
  }
  const text = Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(1) : String(value)
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : text}"}`
}

function writeObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(writeEjson).join(',')}]`
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof RegExp)
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags.replace(/[^imsu]/g, '')}"}}`
  if ('_bsontype' in value) return EJSON.stringify(value, { relaxed: false })
  let text = '{'
  const holder = value as Doc
  for (const field in holder) {
    const written = holder[field]
    if (written !== undefined) text += (text.length > 1 ? ',' : '') + labelOf(field) + writeEjson(written)
  }
  return `${text}}`
}

/** The same few names come again and again. */
const labels = new Map<string, string>()
const MAX_LABELS = 10_000

function labelOf(field: string): string {
  const known = labels.get(field)
  if (known !== undefined) return known
  const label = `${JSON.stringify(field)}:`
  if (labels.size < MAX_LABELS) labels.set(field, label)
  return label
}

/** The database tells an object id as its text. Quotes inside a text are escaped, so that only ids have this form. */
export const toldText = (ejson: string): string =>
  ejson.includes('"$oid"') ? ejson.replace(/\{"\$oid":("[0-9a-f]{24}")\}/g, '$1') : ejson
