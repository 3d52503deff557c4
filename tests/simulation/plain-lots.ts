import type { Draw, Program } from '../../core/contract'
import { type PlainWait, plainCap } from './plain-caps'
import type { PlainLine, PlainMember } from './plain-model'

export const show = (draws: Draw[]) => draws.map(({ lot, points }) => `${lot}×${points}`).join(' ')

/** Days begin at four in the morning of Shanghai. */
export const plainDay = (ms: number): string => new Date(ms + (8 - 4) * 3_600_000).toISOString().slice(0, 10)

export function plainMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

const FOR_EVER = '9999-12-31'

/** The last day of points of a day. */
export const plainLastDay = (on: string, { expiry }: Program): string =>
  expiry.months === null ? FOR_EVER : plainMonths(on, expiry.months)

export const plainBalance = ({ lots }: PlainMember): number => [...lots.values()].reduce((a, b) => a + b, 0)

export const sorted = ({ lots }: PlainMember) => [...lots].sort(([a], [b]) => (a < b ? -1 : 1))

/** What comes pays a debt first; what is left of it for a lot. */
export function plainCredit(member: PlainMember, day: string, points: number): number {
  const paid = Math.min(member.debt, points)
  member.debt -= paid
  if (points > paid) member.lots.set(day, (member.lots.get(day) ?? 0) + points - paid)
  return points - paid
}

/** What waited is there. Of a bill it is told where, and which day it filled. */
export function plainRelease(
  member: PlainMember,
  { group, points, since, beyond, day }: PlainWait,
  on: string,
  program: Program,
): PlainLine {
  const lots = plainLastDay(on, program)
  const delta = plainCredit(member, lots, points)
  if (group === 'spend') member.ladder.paid.push({ on: since, fen: 0, points })
  if (beyond !== undefined) Object.assign(beyond, { lot: lots, filled: day })
  return { type: 'PendingReleased', on, delta, lots }
}

/** Soonest to expire first; null when there are too few. */
export function plainBurn(
  member: PlainMember,
  points: number,
  on: string,
  type = 'RewardClaimed',
): PlainLine[] | null {
  if (plainBalance(member) < points) return null
  const drawn: Draw[] = []
  let due = points
  for (const [lot, left] of sorted(member)) {
    const taken = Math.min(left, due)
    if (taken === 0) break
    drawn.push({ lot, points: taken } as Draw)
    due -= taken
    if (taken === left) member.lots.delete(lot)
    else member.lots.set(lot, left - taken)
  }
  return [{ type, on, delta: -points, lots: show(drawn) }]
}

/** Beyond the cap of gifts it waits or is dropped, and what is dropped is told. */
export function plainGift(
  member: PlainMember,
  given: number,
  on: string,
  program: Program,
  group: 'grant' | 'engage' = 'grant',
): PlainLine[] {
  if (given === 0) return []
  const { credited, lines } = plainCap(member, group, given, on, program)
  const dropped = program.caps[group]?.over === 'drop' ? given - credited : 0
  const day = plainLastDay(on, program)
  const delta = plainCredit(member, day, credited)
  const granted = { type: 'PointsGranted', on, delta, lots: day }
  return [...(credited + dropped > 0 ? [granted] : []), ...lines]
}
