/** One piece of confetti: where it starts (percent of the width), when (ms), how far it turns, and which colour. */
export interface Piece {
  left: number
  delay: number
  turn: number
  tone: number
}

/** Confetti that looks thrown and is the same every time: two steps that fill a plane evenly, never in lines. */
export function scatter(count: number): Piece[] {
  return Array.from({ length: count }, (_, i) => {
    const spread = (i * 0.754878) % 1
    return {
      left: Math.round(6 + spread * 88),
      delay: Math.round(((i * 0.56984) % 1) * 520),
      turn: Math.round(180 + spread * 540) * (i % 2 === 0 ? 1 : -1),
      tone: i % 4,
    }
  })
}
