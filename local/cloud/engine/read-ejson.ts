import { EJSON, Long } from 'bson'
import { requestFailed } from './cloud-error'
import { type Doc, isPlain, type Value } from './document'

const MAX_DEPTH = 100
const DOLLAR = 36
/** Fifteen digits are held by a double, whatever they are. In a string the quotes would stand behind a backslash. */
const WHOLE_NUMBER = /\{"\$number(?:Int|Long)":"(0|-?[1-9]\d{0,14})"\}/g

/**
 * Reads the canonical EJSON text of the wire. `now` is what a server date becomes. Names that could reach a prototype
 * are refused here, once, for documents, queries, updates and pipelines alike.
 */
export function readEjson(text: string, now: number): Value {
  return revive(parse(text), now, 0)
}

/** What a caller in the same process hands over without writing it out; it belongs to whoever reads it. */
export class Unwritten {
  constructor(readonly value: Value) {}
}

export function readEjsonObject(sent: unknown, now: number): Doc {
  if (sent === undefined || sent === null || sent === '') return {}
  const value = sent instanceof Unwritten ? revive(sent.value, now, 0) : readEjson(textOf(sent), now)
  if (!isPlain(value)) throw requestFailed('expected a document')
  return value
}

function textOf(sent: unknown): string {
  if (typeof sent !== 'string') throw requestFailed('expected a document as EJSON text')
  return sent
}

/** Whole numbers as JSON has them: most of what is read, and much cheaper than an object for each. */
const withPlainNumbers = (ejson: string): string => ejson.replace(WHOLE_NUMBER, '$1')

function parse(text: string): unknown {
  try {
    return JSON.parse(withPlainNumbers(text))
  } catch (error) {
    throw requestFailed(`malformed EJSON: ${(error as Error).message}`)
  }
}

/** What `JSON.parse` made belongs to nobody else, so it is changed in place. */
function revive(value: unknown, now: number, depth: number): Value {
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) throw requestFailed(`a document may be nested at most ${MAX_DEPTH} levels deep`)
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++)
      if (typeof value[at] === 'object') value[at] = revive(value[at], now, depth + 1)
    return value
  }
  const holder = value as Doc
  let first = true
  for (const field in holder) {
    if (first && field.charCodeAt(0) === DOLLAR) {
      const reader = Object.hasOwn(readers, field) ? readers[field] : undefined
      if (reader && Object.keys(holder).length <= 2) return reader(holder, now)
    }
    first = false
    if (!safeNames.has(field)) learnName(field)
    const inner = holder[field]
    if (typeof inner === 'object' && inner !== null) holder[field] = revive(inner, now, depth + 1)
  }
  return holder
}

/** The same few names come again and again. */
const safeNames = new Set<string>()
const MAX_NAMES = 10_000

function learnName(name: string) {
  refuseUnsafeName(name)
  if (safeNames.size < MAX_NAMES) safeNames.add(name)
}

/** `a.constructor.prototype.b` as a path would be walked by the aggregation library into what every object inherits. */
export function refuseUnsafeName(name: string) {
  if (!name.includes('_') && !name.includes('.')) return
  const parts = name.split('.')
  const unsafe = parts.length > 1 ? ['__proto__', 'constructor', 'prototype'] : ['__proto__']
  if (parts.some((part) => unsafe.includes(part))) throw requestFailed(`field name not allowed: ${name}`)
}

function number(text: unknown, kind: RegExp): number {
  if (typeof text !== 'string' || !kind.test(text)) throw requestFailed('malformed number in EJSON')
  return Number(text)
}

const INTEGER = /^-?\d{1,19}$/
const DOUBLE = /^-?(\d+(\.\d*)?([eE][+-]?\d+)?|Infinity)$|^NaN$/

/** What no double holds stays a long integer. */
function readLong(text: unknown): Value {
  const value = number(text, INTEGER)
  return Number.isSafeInteger(value) ? value : Long.fromString(String(text))
}

function readDate(stamp: unknown): Date {
  const ms = isPlain(stamp) ? number(stamp.$numberLong, INTEGER) : stamp
  const date = typeof ms === 'number' || typeof ms === 'string' ? new Date(ms) : new Date(Number.NaN)
  if (Number.isNaN(date.getTime())) throw requestFailed('malformed date in EJSON')
  return date
}

function readServerDate(holder: Doc, now: number): Date {
  const offset = isPlain(holder.$tcb_server_date) ? revive(holder.$tcb_server_date.offset ?? 0, now, 0) : 0
  return new Date(now + (typeof offset === 'number' ? offset : 0))
}

function readRegExp(holder: Doc): RegExp {
  const written = holder.$regularExpression
  if (!isPlain(written) || typeof written.pattern !== 'string')
    throw requestFailed('malformed regular expression')
  try {
    return new RegExp(written.pattern, String(written.options ?? '').replace(/[^imsu]/g, ''))
  } catch (error) {
    throw requestFailed((error as Error).message)
  }
}

function readWithBson(holder: Doc): Value {
  try {
    return EJSON.deserialize(holder as Parameters<typeof EJSON.deserialize>[0])
  } catch (error) {
    throw requestFailed(`malformed EJSON: ${(error as Error).message}`)
  }
}

const readers: Record<string, (holder: Doc, now: number) => Value> = {
  $numberInt: (holder) => number(holder.$numberInt, INTEGER),
  $numberLong: (holder) => readLong(holder.$numberLong),
  $numberDouble: (holder) => number(holder.$numberDouble, DOUBLE),
  $date: (holder) => readDate(holder.$date),
  $tcb_server_date: readServerDate,
  $regularExpression: readRegExp,
  $undefined: () => null,
  $oid: readWithBson,
  $uuid: readWithBson,
  $binary: readWithBson,
  $timestamp: readWithBson,
  $numberDecimal: readWithBson,
  $minKey: readWithBson,
  $maxKey: readWithBson,
}
