import type { Fen, Points } from '../contract'
import { assert } from './result'

export const fen = (n: number): Fen => whole(n, 'fen') as Fen

export const points = (n: number): Points => whole(n, 'points') as Points

/** Integer division that shows which way it rounds. EARN-09. */
const divideFloor = (a: number, b: number): number => Math.floor(a / b)

export const FULL_BP = 10_000

/** How much of `whole` is there, in basis points; a whole of nothing is complete. */
export const shareBp = (part: number, whole: number): number =>
  part >= whole ? FULL_BP : divideFloor(part * FULL_BP, whole)

function whole(n: number, unit: string): number {
  assert(Number.isSafeInteger(n) && n >= 0 && !Object.is(n, -0), `${n} is not a whole number of ${unit}`)
  return n
}
