import type { Program } from '../../core/contract'
import { plainBurn, plainGift, plainMonths } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'

type Tiers = Program['tiers']

/** What is known of a member's way up and down, kept as a plain list of what he paid. */
export interface PlainLadder {
  /** Bills since he joined, or since he last lost a tier. */
  paid: { on: string; fen: number; points: number }[]
  lostOn: string
  reached: Set<number>
  bought: { tier: string; until: string } | null
  /** The time in which he must spend, as first day and last. */
  period: { from: string; until: string; warned: boolean } | null
  gotOn: string
  pausedIn: string
  birthdayIn: string
}

export const newLadder = (): PlainLadder => ({
  paid: [],
  lostOn: '',
  reached: new Set([0]),
  bought: null,
  period: null,
  gotOn: '',
  pausedIn: '',
  birthdayIn: '',
})

const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const line = (type: string, on: string): PlainLine => ({ type, on, delta: 0, lots: '' })

/** The one he has, bought or earned. */
export function plainTier({ tier, ladder }: PlainMember, tiers: Tiers): number {
  return Math.max(
    tier,
    tiers.findIndex(({ id }) => id === ladder.bought?.tier),
  )
}

/** The last day of a period: of the first whole quarter, or so many days on. */
export function endOf(from: string, { keep }: Program): string | null {
  if (keep === null) return null
  if (keep.period.kind === 'days') return shift(from, keep.period.days - 1)
  const isQuarter = (day: string) => /-(01|04|07|10)-01$/.test(day)
  let day = from
  while (!isQuarter(day)) day = shift(day, 1)
  return shift(plainMonths(day, 3), -1)
}

export function begin(member: PlainMember, from: string, program: Program) {
  const until = member.tier === 0 ? null : endOf(from, program)
  member.ladder.period = until === null ? null : { from, until, warned: false }
}

export const sumOf = ({ ladder }: PlainMember, from: string, what: 'fen' | 'points') =>
  ladder.paid.filter(({ on }) => on >= from).reduce((sum, bill) => sum + bill[what], 0)

/** The highest tier of which one thing is enough. */
export function reachOf(member: PlainMember, on: string, tiers: Tiers): number {
  const { lostOn } = member.ladder
  const year = `${plainMonths(on, -12).slice(0, 7)}-01`
  const has = {
    spend: sumOf(member, lostOn, 'fen'),
    points: sumOf(member, lostOn, 'points'),
    yearPoints: sumOf(member, lostOn > year ? lostOn : year, 'points'),
    load: 0,
  }
  const names = Object.keys(has) as (keyof typeof has)[]
  const isReached = ({ reach }: Tiers[number]) => names.some((name) => has[name] >= (reach[name] ?? Infinity))
  return Math.max(0, ...tiers.map((tier, rank) => (isReached(tier) ? rank : 0)))
}

export function plainClimb(member: PlainMember, on: string, program: Program, told = on): PlainLine[] {
  const { tiers } = program
  const rank = reachOf(member, on, tiers)
  if (rank <= member.tier) return []
  const between = tiers.map((_, each) => each).filter((each) => each > member.tier && each <= rank)
  const fresh = between.filter((each) => !member.ladder.reached.has(each))
  member.tier = rank
  member.ladder.gotOn = on
  for (const each of between) member.ladder.reached.add(each)
  begin(member, shift([on, told].sort()[1] ?? on, 1), program)
  return [
    line('TierChanged', on),
    ...fresh.flatMap((each) => plainGift(member, tiers[each]?.gift?.points ?? 0, on, program)),
  ]
}

export function plainBirthdayGift(member: PlainMember, on: string, program: Program): PlainLine[] {
  const { ladder, birthday } = member
  if (birthday?.slice(0, 2) !== on.slice(5, 7) || ladder.birthdayIn >= on.slice(0, 4)) return []
  const points = program.tiers[plainTier(member, program.tiers)]?.birthdayGift ?? 0
  if (points > 0) ladder.birthdayIn = on.slice(0, 4)
  return plainGift(member, points, on, program)
}

/** What time does to the tier next, and on which day. */
export function plainTierTurn(member: PlainMember, program: Program) {
  const day = firstDue(member, program)
  return day === null ? null : { day, turn: () => [turn(member, day, program)] }
}

/** The first day on which something is over or begins. */
function firstDue({ ladder, tier, since }: PlainMember, { keep, validFrom }: Program): string | null {
  const { period, bought, gotOn } = ladder
  const days: string[] = []
  if (bought) days.push(shift(bought.until, 1))
  if (period) days.push(shift(period.until, 1))
  if (!period && tier > 0 && keep) {
    const next = shift(gotOn || since, 1)
    days.push(next > validFrom ? next : validFrom)
  }
  return days.sort()[0] ?? null
}

function turn(member: PlainMember, day: string, program: Program): PlainLine {
  const { ladder } = member
  if (ladder.bought && shift(ladder.bought.until, 1) === day) {
    ladder.bought = null
    return line('TierChanged', day)
  }
  if (ladder.period === null) {
    begin(member, day, program)
    return line('KeepBegan', day)
  }
  return judge(member, ladder.period, day, program)
}

function judge(
  member: PlainMember,
  period: NonNullable<PlainLadder['period']>,
  day: string,
  program: Program,
): PlainLine {
  const { ladder } = member
  const { keep } = program
  const spent = sumOf(member, period.from, 'fen')
  const isEnough =
    keep === null || member.bar !== null || spent >= keep.minSpend || (spent > 0 && keep.tooLittle === 'keep')
  const isForgiven = keep !== null && spent > 0 && keep.tooLittle === 'warn' && !period.warned
  if (isEnough || isForgiven) {
    begin(member, day, program)
    if (ladder.period) ladder.period.warned = !isEnough
    return line('TierReviewed', day)
  }
  member.tier -= 1
  ladder.paid = []
  ladder.lostOn = day
  ladder.gotOn = day
  begin(member, day, program)
  return line('TierChanged', day)
}

export function plainBuy(member: PlainMember, wanted: string, today: string, program: Program) {
  const { tiers, tierSales } = program
  if (member.bar !== null) return 'BARRED'
  const sale = tierSales.find(({ tier }) => tier === wanted)
  if (!sale) return 'TIER_NOT_FOR_SALE'
  if (tiers.findIndex(({ id }) => id === wanted) <= plainTier(member, tiers)) return 'TIER_NOT_HIGHER'
  const burned = plainBurn(member, sale.points, today, 'TierBought')
  if (!burned) return 'INSUFFICIENT_POINTS'
  member.ladder.bought = { tier: wanted, until: shift(today, sale.days - 1) }
  return [...burned, line('TierChanged', today)]
}

export function plainPause({ ladder }: PlainMember, today: string, program: Program) {
  if (!program.keep?.pauses) return 'PAUSE_NOT_OFFERED'
  if (!ladder.period) return 'NOTHING_TO_KEEP'
  if (ladder.pausedIn === today.slice(0, 4)) return 'PAUSE_USED'
  ladder.pausedIn = today.slice(0, 4)
  ladder.period.until = endOf(shift(ladder.period.until, 1), program) ?? ''
  return [line('ReviewPaused', today)]
}
