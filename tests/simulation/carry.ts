import { EJSON } from 'bson'
import { Unwritten } from '../../local/cloud/engine/read-ejson'
import { toldText, writeEjson } from '../../local/cloud/engine/write-ejson'

const byText = { parse: EJSON.parse, stringify: EJSON.stringify }

/** A document on its way between the SDK and the engine; its text where somebody looks at it. */
export class Sent extends Unwritten {
  override toString(): string {
    return toldText(writeEjson(this.value))
  }

  toJSON(): string {
    return this.toString()
  }
}

/** What the engine reads in the text of `EJSON.stringify`, without the text: a fifth of a history went there. */
export const send = (value: object): Sent | string =>
  unlessOdd(() => new Sent(carry(value, true))) ?? byText.stringify(value, { relaxed: false })

/** What `EJSON.parse` reads in the text of what is kept. Neither side sees what the other does with its own. */
export const receive = (sent: Sent | string): unknown =>
  (typeof sent === 'string' ? null : unlessOdd(() => carry(sent.value, false))) ?? byText.parse(`${sent}`)

/** Nothing that the product sends or keeps: it goes by its text. */
const ODD = new Error('is carried by its text')

function unlessOdd<T>(carried: () => T): T | null {
  try {
    return carried()
  } catch (error) {
    if (error !== ODD) throw error
    return null
  }
}

/** A name with a dollar is an operator where something is asked, and something of bson's where it is kept. */
function carry(value: unknown, isAsked: boolean): unknown {
  switch (typeof value) {
    case 'object':
      return value === null ? null : carryObject(value, isAsked)
    case 'number':
      if (Object.is(value, -0) || (Number.isInteger(value) && !Number.isSafeInteger(value))) throw ODD
      return value
    case 'string':
    case 'boolean':
      return value
    case 'undefined':
      return null
    default:
      throw ODD
  }
}

const DOLLAR = 36

function carryObject(value: object, isAsked: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => carry(one, isAsked))
  if (value instanceof Date) return new Date(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) throw ODD
  const copy: Record<string, unknown> = {}
  for (const field in value) {
    if (field === '__proto__' || (!isAsked && field.charCodeAt(0) === DOLLAR)) throw ODD
    copy[field] = carry((value as Record<string, unknown>)[field], isAsked)
  }
  return copy
}

/** The SDK encodes and decodes as it does; only the text in between is not written. */
export function carryWithoutText(): void {
  Object.assign(EJSON, { parse: receive, stringify: send })
}
