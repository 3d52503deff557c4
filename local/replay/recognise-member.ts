import { createHash } from 'node:crypto'

/**
 * The openid of somebody of whom only the restaurant's own number is known. It has the letters
 * WeChat's openids have, so that a phone of the console can be given to him.
 */
export const openidOf = (ref: string): string =>
  /^[A-Za-z0-9][\w-]{0,99}$/.test(ref) ? `replay-${ref}` : `replay-_${digest(ref).slice(0, 32)}`

/** The key he joins under: always the same, so that he joins once however often he is replayed. */
export function joinKeyOf(ref: string): string {
  const hex = digest(`join ${ref}`)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
