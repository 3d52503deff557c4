import type { Draw, Program } from '../../core/contract'
import { type PlainWait, plainCame } from './plain-caps'
import { type PlainLine, type PlainMember, plainRelease, show, sorted } from './plain-model'

/** What time writes, before anything else. */
export const OF_TIME = ['PointsExpired', 'ExpiryFrozen', 'ExpiryThawed']

function gone(member: PlainMember, before: string, today: string): PlainLine[] {
  if (member.grace !== null) return []
  const due = sorted(member).filter(([day]) => day < before)
  for (const [day, points] of due) {
    member.lots.delete(day)
    member.gone.set(day, (member.gone.get(day) ?? 0) + points)
  }
  if (due.length === 0) return []
  const delta = -due.reduce((sum, [, points]) => sum + points, 0)
  const lots = show(due.map(([lot, points]) => ({ lot, points }) as Draw))
  return [{ type: 'PointsExpired', on: today, delta, lots }]
}

const isLoyal = (member: PlainMember, { tiers, expiry }: Program): boolean =>
  member.joined && (expiry.exempt?.tiers ?? []).includes(tiers[member.tier]?.id ?? '')

/** Whoever becomes loyal keeps his points; whoever is not loyal any more keeps them for some days at least. */
export function plainTurn(member: PlainMember, on: string, today: string, program: Program): PlainLine[] {
  const loyal = isLoyal(member, program)
  if (loyal && member.grace === null) {
    const lines = gone(member, on, today)
    member.grace = program.expiry.exempt?.graceDays ?? 0
    return [...lines, { type: 'ExpiryFrozen', on, delta: 0, lots: '' }]
  }
  if (loyal || member.grace === null) return []
  const through = new Date(Date.parse(on) + member.grace * 86_400_000).toISOString().slice(0, 10)
  for (const [day, points] of sorted(member)) {
    if (day >= through) continue
    member.lots.delete(day)
    member.lots.set(through, (member.lots.get(through) ?? 0) + points)
  }
  member.grace = null
  return [{ type: 'ExpiryThawed', on, delta: 0, lots: '' }]
}

/** What waited for a day that has come. */
function plainCome(member: PlainMember, today: string, program: Program): PlainLine[] {
  const isDue = ({ day }: PlainWait) => day !== null && day <= today
  const lines = member.waits.filter(isDue).map(({ group, points, day: due, safe }) => {
    const on = due ?? today
    if (safe === undefined) plainCame(member, group, on, points)
    return plainRelease(member, points, on, program)
  })
  member.waits = member.waits.filter((one) => !isDue(one))
  return lines
}

/** What has come is there and what is due is taken, before anything else. */
export function plainTime(member: PlainMember, today: string, program: Program): PlainLine[] {
  const come = plainCome(member, today, program)
  const turned = plainTurn(member, program.validFrom, today, program)
  return [...come, ...turned, ...gone(member, today, today)]
}
