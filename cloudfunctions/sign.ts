import { createHmac, timingSafeEqual } from 'node:crypto'
import { assert } from '../core/domain/result'

/** Crockford's alphabet: no I, L, O, U, so that a code read aloud or typed is not misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const SHORTEST_SECRET = 32

/** Sixteen letters and digits: 80 bits nobody can guess without our secret, the same for the same words. */
export function mac16(secret: string, purpose: string, ...words: string[]): string {
  assert(secret.length >= SHORTEST_SECRET, `the secret has fewer than ${SHORTEST_SECRET} characters`)
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...words]))
    .digest()
  return Array.from({ length: 16 }, (_, i) => ALPHABET[fiveBits(digest, i * 5)]).join('')
}

function fiveBits(bytes: Buffer, from: number): number {
  const two = bytes.readUInt16BE(from >> 3)
  return (two >> (11 - (from & 7))) & 31
}

export function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What people type: small letters, O for 0, I and L for 1, blanks and dashes between groups. */
export const normaliseCode = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
