import type { Program } from '../../core/contract'
import { celebration } from './plain-letters'
import { plainGift, plainMonths } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'
import { plainTier } from './plain-tiers'

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

/** What he pays of a bill at the desk of what is typed, and whether that is because he was born on this day. BDAY-01, C-19. */
export function plainDiscount(member: PlainMember, on: string, program: Program) {
  const { birthday, toldOn, party } = member
  const usual = program.tiers[plainTier(member, program.tiers)]?.payBp ?? 10_000
  const offered = program.birthdayDiscount?.payBp ?? 10_000
  const isHis =
    birthday !== null &&
    celebration(birthday, on) === on &&
    Date.parse(on) - Date.parse(toldOn) >= 30 * 86_400_000 &&
    party?.on !== on
  return isHis && offered < usual ? { bp: offered, isParty: true } : { bp: usual, isParty: false }
}

/** What is paid of a bill: the till has taken its discount off already. */
export const plainPaid = (
  member: PlainMember,
  { fen, isDesk }: { fen: number; isDesk: boolean },
  on: string,
  program: Program,
) =>
  isDesk && program.discountAt === 'desk'
    ? Math.floor((fen * plainDiscount(member, on, program).bp) / 10_000)
    : fen
