import type { Program } from '../../core/contract'
import type { PlainMember } from './plain-model'
import { plainJubilees } from './plain-occasions'
import { plainTier } from './plain-tiers'

type Campaign = Program['earn']['campaigns'][number]

/** Which bill of its month the next one is; a month that is over has no next one. */
export function ordinalOf({ months }: PlainMember, on: string): number {
  const month = on.slice(0, 7)
  const isOver = [...months.keys()].some((later) => later > month)
  return isOver ? (months.get(month) ?? 0) : (months.get(month) ?? 0) + 1
}

/** What a bill earns, in plain floating point: fine for the amounts and rates of the simulation. */
export function plainEarned(
  member: PlainMember,
  { fen, branch }: { fen: number; branch: string },
  on: string,
  program: Program,
): number {
  const { earn, tiers } = program
  if (fen === 0) return 0
  const tier = tiers[plainTier(member, tiers)]
  const running = earn.campaigns.filter((one) => isRunning(one, fen, branch, on, tier?.id ?? ''))
  const factors = [tier?.multiplierBp ?? 10_000]
  const bonuses: number[] = []
  if (earn.birthday && member.birthday?.slice(0, 2) === on.slice(5, 7)) factors.push(earn.birthday.bp)
  if (earn.nthOfMonth && isNth(member, on, earn.nthOfMonth.orders)) factors.push(earn.nthOfMonth.bp)
  if (earn.newMember && daysSince(member.since, on) < earn.newMember.days) factors.push(earn.newMember.bp)
  if (member.bills === 0 && earn.firstOrder?.mode === 'multiplier') factors.push(earn.firstOrder.bp)
  if (member.bills === 0 && earn.firstOrder?.mode === 'flat') bonuses.push(earn.firstOrder.points)
  const thresholds = earn.thresholds.filter(({ amount }) => amount <= fen)
  bonuses.push(thresholds.at(-1)?.points ?? 0)
  for (const jubilee of plainJubilees(member, program)) bonuses.push(jubilee.points)
  for (const { effect } of running)
    if (effect.kind === 'multiplier') factors.push(effect.bp)
    else if (effect.kind === 'addition') bonuses.push(effect.points)
  const bonus = bonuses.reduce((a, b) => a + b, 0)
  const base = (fen * earn.pointsPerYuan) / 100
  const factor = together(
    factors.map((bp) => bp / 10_000).filter((one) => one !== 1),
    earn.stacking,
  )
  return earn.stacking.multiplyAdditions ? down((base + bonus) * factor) : down(base * factor) + bonus
}

/** The last bits of a product of decimals are not meant. */
const down = (points: number) => Math.floor(points + 1e-6)

function together(factors: number[], { combine, mostBp }: Program['earn']['stacking']): number {
  const product = factors.reduce((a, b) => a * b, 1)
  const added = factors.reduce((a, b) => a + b - 1, 1)
  const highest = factors.reduce((a, b) => Math.max(a, b), 1)
  const all = { multiply: product, add: added, max: highest }[combine]
  return mostBp !== null && all > mostBp / 10_000 ? mostBp / 10_000 : all
}

const daysSince = (since: string, on: string) => (Date.parse(on) - Date.parse(since)) / 86_400_000

function isNth(member: PlainMember, on: string, orders: number[]): boolean {
  const month = on.slice(0, 7)
  if ([...member.months.keys()].some((later) => later > month)) return false
  return orders.includes((member.months.get(month) ?? 0) + 1)
}

/** Whether a campaign is on for somebody of a tier, with a bill; without a branch where there is none. */
export function isRunning(
  campaign: Campaign,
  fen: number,
  branch: string | null,
  on: string,
  tier: string,
): boolean {
  const { from, to, branches, tiers, atLeast, days } = campaign
  if (on < from || on > to || fen < atLeast) return false
  if (branches !== null && !branches.some((one) => one === branch)) return false
  if (tiers !== null && !tiers.includes(tier)) return false
  const date = new Date(on)
  if (days.kind === 'monthDays') return days.days.includes(date.getUTCDate())
  if (days.kind === 'weekdays') return days.weekdays.map((day) => day % 7).includes(date.getUTCDay())
  return days.kind === 'every'
}
