import type { AccountState, BusinessDay, Draw, Points } from '../../contract'
import { points } from '../amounts'

/** Where points that are taken back come from. */
export interface Taken {
  drawn: Draw[]
  /** They expired before anybody took them back. */
  lapsed: Points
  /** They were used: he owes them. */
  owed: Points
}

/**
 * Take back points from the lot they made; what of that lot has expired meanwhile is gone already.
 * What he has used of them comes from his other lots, soonest to expire first, which leaves him those
 * that live longest; and what is not there at all he owes. I8, I10.
 */
export function takePoints({ lots, lapsed }: AccountState, lot: BusinessDay, asked: Points): Taken {
  const own = lots.filter(({ expiresOn }) => expiresOn === lot)
  const others = lots.filter(({ expiresOn }) => expiresOn !== lot)
  let due: number = asked
  const take = (there: number): Points => {
    const taken = points(Math.min(there, due))
    due -= taken
    return taken
  }
  const drawFrom = ({ expiresOn, left }: (typeof lots)[number]): Draw => ({
    lot: expiresOn,
    points: take(left),
  })
  const fromOwn = own.map(drawFrom)
  const gone = take(lapsed.find((one) => one.lot === lot)?.points ?? 0)
  const drawn = [...fromOwn, ...others.map(drawFrom)].filter(({ points }) => points > 0)
  return { drawn, lapsed: gone, owed: points(due) }
}
