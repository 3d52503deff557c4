import type { AccountState, BusinessDay, Draw, Points } from '../../contract'
import { points } from '../amounts'

/** Points that are taken back, by the lot they made. */
export interface Piece {
  lot: BusinessDay
  points: Points
}

/** Where points that are taken back come from. */
export interface Taken<P> {
  drawn: Draw[]
  /** Each piece, and what of it expired before anybody took it back. */
  pieces: (P & { lapsed: Points })[]
  /** They were used: he owes them. */
  owed: Points
}

/**
 * Take back points from the lots they made; what of those has expired meanwhile is gone already. What he
 * has used of them comes from whatever else he has, soonest to expire first, which leaves him what lives
 * longest; and what is not there at all he owes. I8, I10.
 */
export function takePoints<P extends Piece>({ lots, lapsed }: AccountState, asked: readonly P[]): Taken<P> {
  const open = new Map(lots.map(({ expiresOn, left }): [BusinessDay, number] => [expiresOn, left]))
  const gone = new Map(lapsed.map(({ lot, points }): [BusinessDay, number] => [lot, points]))
  let used = 0
  const pieces = asked.map((piece) => {
    const fromOwn = takeFrom(open, piece.lot, piece.points)
    const fromGone = takeFrom(gone, piece.lot, piece.points - fromOwn)
    used += piece.points - fromOwn - fromGone
    return { ...piece, lapsed: points(fromGone) }
  })
  for (const { expiresOn } of lots) used -= takeFrom(open, expiresOn, used)
  const drawn = lots
    .map(({ expiresOn: lot, left }) => ({ lot, points: points(left - (open.get(lot) ?? 0)) }))
    .filter(({ points }) => points > 0)
  return { drawn, pieces, owed: points(used) }
}

/** How much of what is asked was there. */
function takeFrom(there: Map<BusinessDay, number>, lot: BusinessDay, asked: number): number {
  const left = there.get(lot) ?? 0
  const taken = Math.min(left, asked)
  there.set(lot, left - taken)
  return taken
}
