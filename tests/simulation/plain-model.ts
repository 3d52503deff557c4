import type { Draw, Program } from '../../core/contract'
import { type PlainWait, plainCap } from './plain-caps'
import { ordinalOf, plainEarned } from './plain-earning'
import { newPlainReferral, type PlainReferral } from './plain-promise'

/** The rules once more, written down plainly and by other hands: what the product is compared with. */
export interface PlainMember {
  joined: boolean
  /** Points by the last day they can be used. */
  lots: Map<string, number>
  /** Points that expired, by the last day they could have been used. */
  gone: Map<string, number>
  /** The days he was promised when his points began to stand still; null while they do not. */
  grace: number | null
  spend: number
  bills: number
  since: string
  /** Bills by the month they were paid in. */
  months: Map<string, number>
  /** Points that came of a group on a day: `spend 2027-03-05`. */
  came: Map<string, number>
  waits: PlainWait[]
  tier: number
  name: string | null
  birthday: string | null
  phone: string | null
  referral: PlainReferral
}

export const newPlain = (): PlainMember => ({
  joined: false,
  lots: new Map(),
  gone: new Map(),
  grace: null,
  spend: 0,
  bills: 0,
  since: '',
  months: new Map(),
  came: new Map(),
  waits: [],
  tier: 0,
  name: null,
  birthday: null,
  phone: null,
  referral: newPlainReferral(),
})

/** One line that must be written: its kind, what it changes, and which lots it touches. */
export interface PlainLine {
  type: string
  on: string
  delta: number
  lots: string
}

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

export function addLot({ lots }: PlainMember, day: string, points: number) {
  if (points > 0) lots.set(day, (lots.get(day) ?? 0) + points)
}

export function plainRelease(member: PlainMember, points: number, on: string, program: Program): PlainLine {
  const lots = plainLastDay(on, program)
  addLot(member, lots, points)
  return { type: 'PendingReleased', on, delta: points, lots }
}

export function plainJoin(member: PlainMember, today: string, program: Program): PlainLine[] {
  const { earn } = program
  const day = plainLastDay(today, program)
  member.joined = true
  member.since = today
  addLot(member, day, earn.registration)
  return [{ type: 'MemberJoined', on: today, delta: earn.registration, lots: day }]
}

export function plainBill(
  member: PlainMember,
  bill: { fen: number; branch: string },
  on: string,
  program: Program,
): PlainLine[] {
  const { tiers } = program
  const earned = plainEarned(member, bill, on, program)
  const day = plainLastDay(on, program)
  const { credited, lines: waiting } = plainCap(member, 'spend', earned, on, program)
  addLot(member, day, credited)
  const lines = [{ type: 'BillSettled', on, delta: credited, lots: day }, ...waiting]
  if (bill.fen === 0) return lines
  member.spend += bill.fen
  member.bills += 1
  member.months.set(on.slice(0, 7), ordinalOf(member, on))
  const reached = tiers.filter(({ qualifyingSpend }) => qualifyingSpend <= member.spend).length - 1
  if (reached <= member.tier) return lines
  member.tier = reached
  return [...lines, { type: 'TierChanged', on, delta: 0, lots: '' }]
}

/** Soonest to expire first; null when there are too few. */
export function plainBurn(member: PlainMember, points: number, on: string): PlainLine[] | null {
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
  return [{ type: 'RewardClaimed', on, delta: -points, lots: show(drawn) }]
}
