import type { Caps, Program } from '../../core/contract'
import type { PlainBeyond, PlainLine, PlainMember } from './plain-model'

/** Points that are his and wait; for a day, or for a person where there is none. */
export interface PlainWait {
  group: keyof Caps
  points: number
  /** The day they were earned on. */
  since: string
  day: string | null
  /** For an order to be refund-safe: it counted on the day it was earned. */
  safe?: string
  /** The day a till told of them. */
  told?: string
  /** The command whose bill earned them. */
  bill?: string
  /** What of that bill they are. */
  beyond?: PlainBeyond
  /** The how manieth of his that waits, where it is named by that. */
  number?: number
}

const DAY_MS = 86_400_000

export const plainDaysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** A day is remembered until a week after it something came. */
function isKnown({ came }: PlainMember, day: string): boolean {
  const newest =
    [...came.keys()]
      .map((name) => name.slice(-10))
      .sort()
      .at(-1) ?? day
  return Date.parse(newest) - Date.parse(day) <= 7 * DAY_MS
}

/** What came of a group on a day, as far as it is remembered. */
const cameOn = (member: PlainMember, group: keyof Caps, day: string): number =>
  isKnown(member, day) ? (member.came.get(`${group} ${day}`) ?? 0) : 0

/** Points of a day are gone, and the day can hold others again; what room that makes. */
export function plainUncome(
  member: PlainMember,
  day: string,
  points: number,
  group: keyof Caps = 'spend',
): string[] {
  const name = `${group} ${day}`
  const before = member.came.get(name)
  if (before === undefined || points === 0 || !isKnown(member, day)) return []
  member.came.set(name, before - points)
  return [`${day}×${points}`]
}

export function plainCame({ came }: PlainMember, group: keyof Caps, day: string, points: number): void {
  if (points > 0) came.set(`${group} ${day}`, (came.get(`${group} ${day}`) ?? 0) + points)
}

/** What comes at once of what was earned; the rest is added to what waits, and its lines are told. */
export function plainCap(
  member: PlainMember,
  group: keyof Caps,
  earned: number,
  on: string,
  { caps }: Program,
): { credited: number; lines: PlainLine[] } {
  const cap = caps[group]
  const room = (day: string) => {
    const coming = member.waits.filter(
      (one) => one.group === group && one.day === day && one.safe === undefined,
    )
    const taken = cameOn(member, group, day) + coming.reduce((sum, { points }) => sum + points, 0)
    return cap === null ? Number.POSITIVE_INFINITY : Math.max(0, cap.points - taken)
  }
  const credited = Math.min(earned, room(on))
  let rest = earned - credited
  const waits: PlainWait[] = []
  const wait = (points: number, day: string | null) => {
    member.waited += 1
    waits.push({ group, points, since: on, day, number: member.waited })
  }
  if (cap?.over === 'later')
    for (let n = 1; n <= 7; n++) {
      const day = plainDaysLater(on, n)
      const points = Math.min(rest, room(day))
      if (points > 0) wait(points, day)
      rest -= points
    }
  if (cap?.over !== 'drop' && rest > 0) wait(rest, null)
  plainCame(member, group, on, credited)
  member.waits = [...member.waits, ...waits]
  const lines = waits.map(({ points, day }) => ({
    type: 'PointsPending',
    on,
    delta: 0,
    lots: `${points} until ${day}`,
  }))
  return { credited, lines }
}
