import type { Program } from '../../core/contract'
import { plainGift } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'

/** Check-ins as a member remembers them. */
export interface PlainCheckIn {
  last: string
  streak: number
  /** Milestones of once in a membership, as they were promised. */
  had: string[]
}

const DAY_MS = 86_400_000
const daysBetween = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / DAY_MS

/** Once a day and in a row, or from the beginning again. I11, ENG-01. */
export function plainCheckIn(
  member: PlainMember,
  today: string,
  program: Program,
): { refusal: string } | { lines: PlainLine[] } {
  const rules = program.checkIn
  if (rules === null) return { refusal: 'CHECK_IN_OFF' }
  if (member.bar !== null) return { refusal: 'BARRED' }
  const before = member.checkIn
  if (before !== null && daysBetween(before.last, today) <= 0) return { refusal: 'ALREADY_CHECKED_IN' }
  if (rules.where === 'restaurant' && !member.isSeated) return { refusal: 'NOT_AT_TABLE' }
  const isInRow = before !== null && daysBetween(before.last, today) === 1
  const streak = isInRow ? before.streak + 1 : 1
  let day = streak
  while (day > rules.round) day -= rules.round
  const had = before?.had ?? []
  const reached = rules.milestones.filter((one) => {
    const isHis = one.audience === 'all' || daysBetween(member.since, today) < rules.newDays
    return one.day === day && isHis && !(one.once && had.includes(`${one.audience} ${one.day}`))
  })
  const names = reached.filter(({ once }) => once).map((one) => `${one.audience} ${one.day}`)
  member.checkIn = { last: today, streak, had: [...had, ...names] }
  const given = [rules.daily, ...reached.map(({ points }) => points)]
  const lines = given.flatMap((points) => plainGift(member, points, today, program, 'engage'))
  return { lines: [{ type: 'CheckedIn', on: today, delta: 0, lots: '' }, ...lines] }
}
