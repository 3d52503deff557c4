import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'

/** Nothing real is nested deeper, and what is takes a parser seconds. */
const DEEPEST = 1000
/** Too short to do harm. */
const HARMLESS_BYTES = 4096
const [QUOTE, ESCAPE, LIST, LIST_END, OBJECT, OBJECT_END] = Buffer.from('"\\[]{}')

function isTooDeep(bytes: Buffer): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inText) {
      if (byte === ESCAPE) at++
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (byte === LIST || byte === OBJECT) {
      depth++
      if (depth > DEEPEST) return true
    } else if (byte === LIST_END || byte === OBJECT_END) depth--
  }
  return false
}

export function parseJson(bytes: Buffer): unknown {
  if (bytes.length > HARMLESS_BYTES && isTooDeep(bytes))
    throw invalidParam(`the body is nested deeper than ${DEEPEST} levels`)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw invalidParam(`the body is not JSON: ${(error as Error).message}`)
  }
}

export function parseJsonObject(bytes: Buffer): Doc {
  const body = parseJson(bytes)
  if (!isPlain(body)) throw invalidParam('the body must be an object')
  return body
}
