import type { Draw, Program } from '../../core/contract'
import { plainDaysLater } from './plain-caps'
import { plainUncount } from './plain-limit'
import { show } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'
import { plainUncard } from './plain-stamps'

/** A claim takes from lots; which, its line says: `2027-03-05×30 2028-03-05×10`. */
export function plainRemember(member: PlainMember, code: string, lots: string): void {
  const drawn = lots.split(' ').map((draw) => draw.split('×'))
  member.claims.set(
    code,
    drawn.map(([lot = '', points]) => ({ lot, points: Number(points) }) as Draw),
  )
}

/**
 * What a code cost comes back, once: every point to the last day it had, or to a later one where that is
 * over and points do not stand still; those that would go first pay a debt first. Null where it is back already.
 */
export function plainVoid(
  member: PlainMember,
  code: string,
  on: string,
  { expiry }: Program,
): PlainLine | null {
  const drawn = member.claims.get(code)
  if (drawn === undefined) return plainUncard(member, code, on)
  member.claims.delete(code)
  plainUncount(member, code)
  const later = plainDaysLater(on, expiry.returnedDays)
  const dayOf = (lot: string) => (lot < on && member.grace === null ? later : lot)
  const dated = drawn.map(({ lot, points }) => ({ lot: dayOf(lot), points: Number(points) }))
  const back: Draw[] = []
  let repaid = 0
  for (const { lot, points } of dated.sort((a, b) => (a.lot < b.lot ? -1 : 1))) {
    const paid = Math.min(member.debt, points)
    member.debt -= paid
    repaid += paid
    if (paid === points) continue
    member.lots.set(lot, (member.lots.get(lot) ?? 0) + points - paid)
    back.push({ lot, points: points - paid } as Draw)
  }
  const delta = back.reduce((sum, { points }) => sum + points, 0)
  return { type: 'ClaimReversed', on, delta, lots: `${show(back)} repaid ${repaid}` }
}
