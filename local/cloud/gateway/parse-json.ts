import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'

export function parseJson(bytes: Buffer): unknown {
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
