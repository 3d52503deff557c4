import type { Program } from '../../core/contract'
import type { PlainLine, PlainMember } from './plain-model'
import { endOf } from './plain-tiers'

const line = (type: string, on: string): PlainLine => ({ type, on, delta: 0, lots: '' })

const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Nothing comes and nothing goes, and nothing is lost: points stand still. RISK-04. */
export function plainBar(member: PlainMember, days: number | null, today: string, program: Program) {
  if (member.bar !== null) return 'ALREADY_BARRED'
  member.bar = { since: today, until: days === null ? null : shift(today, days - 1) }
  member.grace ??= program.expiry.exempt?.graceDays ?? 90
  return [line('MemberBarred', today)]
}

export function plainLift(member: PlainMember, on: string, program: Program) {
  if (member.bar === null) return 'NOT_BARRED'
  member.bar = null
  const { period } = member.ladder
  const end = endOf(on, program)
  if (period && end && end > period.until) period.until = end
  return [line('BarLifted', on)]
}

/** The day on which it ends by itself. */
export const plainFreeOn = ({ bar }: PlainMember): string | null => (bar?.until ? shift(bar.until, 1) : null)
