import type { Fen, Points } from '../contract'
import { assert } from './result'

export const fen = (n: number): Fen => whole(n, 'fen') as Fen

export const points = (n: number): Points => whole(n, 'points') as Points

/** All of these together. */
export const sumOfPoints = (all: readonly { points: number }[]): Points =>
  points(all.reduce((sum, one) => sum + one.points, 0))

/** Integer division that shows which way it rounds. EARN-09. */
export const divideFloor = (a: number, b: number): number => Math.floor(a / b)

/**
 * The share of `total` that `part` is of `whole`, down: of 500 points of a bill of 200 yuan, 50 yuan
 * are 125. Exact, however large. EARN-09.
 */
export const shareOf = (total: number, part: number, whole: number): number =>
  Number((BigInt(total) * BigInt(part)) / BigInt(whole))

/** What is missing of `whole` where `part` is there: nothing where there is more than that. */
export const missingOf = (whole: number, part: number): number => Math.max(0, whole - part)

export const FULL_BP = 10_000

/** How much of `whole` is there, in basis points; a whole of nothing is complete. */
export const shareBp = (part: number, whole: number): number =>
  part >= whole ? FULL_BP : divideFloor(part * FULL_BP, whole)

function whole(n: number, unit: string): number {
  assert(Number.isSafeInteger(n) && n >= 0 && !Object.is(n, -0), `${n} is not a whole number of ${unit}`)
  return n
}
