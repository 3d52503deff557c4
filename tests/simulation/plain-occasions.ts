import type { Program } from '../../core/contract'
import { plainGift, plainMonths } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'

/** The day of the next anniversary that is worth something, year by year from the day he joined. BDAY-05. */
export function plainAnniversary(member: PlainMember, { anniversary }: Program): string | null {
  if (anniversary === null || !member.joined) return null
  for (let years = 1; ; years++) {
    const day = plainMonths(member.since, 12 * years)
    if (day > member.celebrated && day >= anniversary.from) return day
  }
}

export function plainCelebrate(member: PlainMember, on: string, program: Program): PlainLine[] {
  member.celebrated = on
  return plainGift(member, program.anniversary?.points ?? 0, on, program)
}

/** What the next bill is worth beyond itself, for being the so manieth. */
export const plainJubilees = ({ bills, jubilees }: PlainMember, { earn }: Program) =>
  earn.jubilees.filter(({ bill }) => bill === bills + 1 && !jubilees.has(bill))
