import { requestFailed } from '../cloud-error'
import type { Value } from '../document'
import { integerFor, isNothing, type Operator, onPresent, onValues, textFor } from './expression'
import { toText } from './types'

/** Texts are counted in code points or in the bytes of UTF-8. */
interface Units {
  split(text: string): Uint8Array | string[]
  join(part: Uint8Array | string[]): string
}

const bytes: Units = {
  split: (text) => Buffer.from(text, 'utf8'),
  join: (part) => {
    const text = Buffer.from(part as Uint8Array).toString('utf8')
    if (text.includes('\ufffd'))
      throw requestFailed('Invalid range, ending or starting in the middle of a UTF-8 character.')
    return text
  },
}
const points: Units = { split: (text) => [...text], join: (part) => (part as string[]).join('') }

/** A negative length takes everything to the end. */
const part = (name: string, units: Units) =>
  onValues(name, 3, 3, (value, start, length) => {
    const [from, count] = [integerFor(name, start), integerFor(name, length)]
    if (from < 0) return ''
    const all = units.split(isNothing(value) ? '' : toText(value))
    return units.join(all.slice(from, count < 0 ? undefined : from + count))
  })

/** Where the wanted text begins, looked for from `start` on and before `end`. */
const indexIn = (name: string, units: Units) =>
  onValues(name, 2, 4, (value, wanted, start = 0, end = Number.MAX_SAFE_INTEGER) => {
    if (isNothing(value)) return null
    const [text, sought] = [units.split(textFor(name, value)), units.split(textFor(name, wanted))]
    const [from, until] = [integerFor(name, start), Math.min(integerFor(name, end), text.length)]
    for (let at = from; at + sought.length <= until; at++)
      if (sought.every((unit: string | number, offset: number) => text[at + offset] === unit)) return at
    return -1
  })

const lengthIn = (name: string, units: Units) =>
  onValues(name, 1, 1, (value) => units.split(textFor(name, value)).length)

const cased = (name: string, change: (text: string) => string) =>
  onValues(name, 1, 1, (value) => (isNothing(value) ? '' : change(toText(value))))

function compareCaseless(one: Value, other: Value): number {
  const [a, b] = [one, other].map((value) => (isNothing(value) ? '' : toText(value).toUpperCase())) as [
    string,
    string,
  ]
  return a < b ? -1 : a > b ? 1 : 0
}

function split(value: Value, by: Value): string[] {
  const separator = textFor('$split', by)
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return textFor('$split', value).split(separator)
}

export const texts: Record<string, Operator> = {
  $concat: onPresent('$concat', 0, Number.POSITIVE_INFINITY, (...values) =>
    values.map((value) => textFor('$concat', value)).join(''),
  ),
  $indexOfBytes: indexIn('$indexOfBytes', bytes),
  $indexOfCP: indexIn('$indexOfCP', points),
  $split: onPresent('$split', 2, 2, split),
  $strLenBytes: lengthIn('$strLenBytes', bytes),
  $strLenCP: lengthIn('$strLenCP', points),
  $strcasecmp: onValues('$strcasecmp', 2, 2, compareCaseless),
  $substr: part('$substr', bytes),
  $substrBytes: part('$substrBytes', bytes),
  $substrCP: part('$substrCP', points),
  $toLower: cased('$toLower', (text) => text.toLowerCase()),
  $toUpper: cased('$toUpper', (text) => text.toUpperCase()),
}
