import type { Draw, Program } from '../../core/contract'
import { plainFreeOn, plainLift } from './plain-bar'
import { plainCame } from './plain-caps'
import { plainRelease, show, sorted } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'
import { plainAnniversary, plainCelebrate } from './plain-occasions'
import { plainClimb, plainTier, plainTierTurn } from './plain-tiers'

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
  member.joined && (expiry.exempt?.tiers ?? []).includes(tiers[plainTier(member, tiers)]?.id ?? '')

/** Whoever becomes loyal keeps his points; whoever is not loyal any more keeps them for some days at least. */
export function plainTurn(member: PlainMember, on: string, today: string, program: Program): PlainLine[] {
  const loyal = isLoyal(member, program)
  if (loyal && member.grace === null) {
    const lines = gone(member, on, today)
    member.grace = program.expiry.exempt?.graceDays ?? 0
    return [...lines, { type: 'ExpiryFrozen', on, delta: 0, lots: '' }]
  }
  if (loyal || member.grace === null || member.bar !== null) return []
  const through = new Date(Date.parse(on) + member.grace * 86_400_000).toISOString().slice(0, 10)
  for (const [day, points] of sorted(member)) {
    if (day >= through) continue
    member.lots.delete(day)
    member.lots.set(through, (member.lots.get(through) ?? 0) + points)
  }
  member.grace = null
  return [{ type: 'ExpiryThawed', on, delta: 0, lots: '' }]
}

/** What comes first of all that waits for a day that has come. */
function nextWait({ waits }: PlainMember, today: string) {
  const due = waits.flatMap((wait) =>
    wait.day === null || wait.day > today ? [] : [{ ...wait, day: wait.day, wait }],
  )
  return due.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0] ?? null
}

function come(
  member: PlainMember,
  { group, points, day, safe, wait }: NonNullable<ReturnType<typeof nextWait>>,
  program: Program,
) {
  member.waits = member.waits.filter((one) => one !== wait)
  if (safe === undefined) plainCame(member, group, day, points)
  const released = plainRelease(member, wait, day, program)
  return [released, ...plainClimb(member, day, program, wait.told)]
}

/** One step of time: whatever is first of the programme's day, a bar that ends, a tier that is judged, points that come, and an anniversary. */
function step(member: PlainMember, today: string, program: Program): PlainLine[] {
  const tier = member.joined ? plainTierTurn(member, program) : null
  const tierDay = tier !== null && tier.day <= today ? tier.day : '9999'
  const wait = nextWait(member, today)
  const waitDay = wait?.day ?? '9999'
  const free = plainFreeOn(member)
  const freeDay = free !== null && free <= today ? free : '9999'
  const party = plainAnniversary(member, program)
  const partyDay = party !== null && party <= today ? party : '9999'
  const { validFrom } = program
  if ([tierDay, waitDay, freeDay, partyDay].every((day) => validFrom <= day)) {
    const turned = plainTurn(member, validFrom, today, program)
    if (turned.length > 0) return turned
  }
  if (free !== null && [tierDay, waitDay, partyDay, '9998'].every((day) => freeDay <= day)) {
    const lines = plainLift(member, free, program)
    return typeof lines === 'string' ? [] : tell(member, lines, today, program)
  }
  if (tier !== null && [waitDay, partyDay, '9998'].every((day) => tierDay <= day))
    return tell(member, tier.turn(), today, program)
  if (partyDay < waitDay) return plainCelebrate(member, partyDay, program)
  return wait === null ? [] : tell(member, come(member, wait, program), today, program)
}

/** A change of tier may make points stand still, or expire again. */
function tell(member: PlainMember, lines: PlainLine[], today: string, program: Program): PlainLine[] {
  const changed = lines.findLast(({ type }) => type === 'TierChanged' || type === 'BarLifted')
  return changed === undefined ? lines : [...lines, ...plainTurn(member, changed.on, today, program)]
}

/** What has come is there and what is due is taken, before anything else. */
export function plainTime(member: PlainMember, today: string, program: Program): PlainLine[] {
  const lines: PlainLine[] = []
  for (let next = step(member, today, program); next.length > 0; next = step(member, today, program))
    lines.push(...next)
  return [...lines, ...gone(member, today, today)]
}
