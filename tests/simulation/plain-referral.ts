import type { Program } from '../../core/contract'
import { plainCap } from './plain-caps'
import { plainCredit, plainLastDay } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'
import type { PlainPromise, PlainReward, PlainSide } from './plain-promise'

const bare = (type: string, on: string): PlainLine => ({ type, on, delta: 0, lots: '' })

type Promises = Map<string, PlainPromise>
interface Event {
  trigger: 'register' | 'firstPaidOrder'
  fen: number
  on: string
}

/** Everything that both must get for what happened, by the ids of the errands that must bring it. */
function promise(member: PlainMember, { trigger, fen, on }: Event, { referral }: Program): Promises {
  const { who, by, turn, withdrawn } = member.referral
  const promises: Promises = new Map()
  if (referral === null || by === null) return promises
  for (const side of ['referrer', 'referee'] as const) {
    let points = 0
    for (const rule of referral.rules) {
      if (rule.trigger !== trigger || fen < rule.atLeast) continue
      if (rule.beneficiary !== 'both' && rule.beneficiary !== side) continue
      points +=
        rule.formula.kind === 'fixed'
          ? rule.formula.points
          : Math.floor(((fen / 100) * rule.formula.bp) / 10_000)
    }
    if (points === 0) continue
    const days = trigger === 'register' ? 0 : referral.pendingDays
    const until = new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)
    const [to, friend] = side === 'referrer' ? [by, who] : [who, by]
    const most = referral.perMonth ?? Number.POSITIVE_INFINITY
    const after = withdrawn.get(side) ?? null
    const reward: PlainReward = { kind: 'reward', to, side, friend, turn, until, after, points, most }
    promises.set(`referral.${who}.${turn}.${side}.reward`, reward)
  }
  return promises
}

/** He came by somebody, whose referrals count or do not. */
export function plainAccept(
  member: PlainMember,
  came: { who: string; by: string; isExcluded: boolean },
  on: string,
  program: Program,
): { lines: PlainLine[]; promises: Promises } {
  const { isExcluded } = came
  member.referral = { ...member.referral, ...came }
  const event = { trigger: 'register' as const, fen: 0, on }
  const promises: Promises = isExcluded ? new Map() : promise(member, event, program)
  return { lines: [bare('ReferralAccepted', on)], promises }
}

/** The first bill that is worth something to anybody. */
export function plainFirstOrder(
  member: PlainMember,
  { key, fen }: { key: string; fen: number },
  on: string,
  program: Program,
): { lines: PlainLine[]; promises: Promises } {
  const nothing = { lines: [], promises: new Map() }
  const { by, isExcluded, order, turn } = member.referral
  if (by === null || isExcluded || order !== null || fen === 0) return nothing
  const before = member.referral
  member.referral = { ...before, turn: turn + 1 }
  const promises = promise(member, { trigger: 'firstPaidOrder', fen, on }, program)
  const [first] = promises.values()
  if (first === undefined) {
    member.referral = before
    return nothing
  }
  const sides = [...promises.values()].map(({ side }): PlainSide => side)
  member.referral = { ...member.referral, order: { key, safeOn: first.until, sides } }
  return { lines: [bare('ReferralCounted', on)], promises }
}

/** A reward reaches whom it was promised to; the refusal, or null and the lines. */
export function plainReward(
  member: PlainMember,
  { side, friend, turn, points, until, most }: PlainReward,
  today: string,
  program: Program,
): { refusal: string | null; lines: PlainLine[] } {
  const { rewards } = member.referral
  const latest = [...rewards.keys(), today.slice(0, 7)].sort().at(-1) ?? ''
  const had = rewards.get(latest) ?? 0
  if (side === 'referrer' && had >= most) return { refusal: 'MONTH_FULL', lines: [] }
  const { come, lines } = until > today ? wait() : now()
  if (side === 'referee') return { refusal: null, lines }
  member.referral = {
    ...member.referral,
    rewards: new Map([...rewards, [latest, had + 1]]),
    points: member.referral.points + come,
  }
  return { refusal: null, lines: [bare('FriendRewarded', today), ...lines] }

  function now() {
    const { credited, lines: waiting } = plainCap(member, 'referral', points, today, program)
    const isDropped = program.caps.referral?.over === 'drop' && credited < points
    const lots = plainLastDay(today, program)
    const delta = plainCredit(member, lots, credited)
    const granted = { type: 'PointsGranted', on: today, delta, lots }
    const told = credited > 0 || isDropped ? [granted] : []
    return { come: isDropped ? credited : points, lines: [...told, ...waiting] }
  }

  /** Nothing comes before the order is safe: what is beyond the cap is dropped, or somebody looks at it. */
  function wait() {
    const { referral: cap } = program.caps
    const strict = {
      ...program,
      caps: { ...program.caps, referral: cap && { ...cap, over: 'drop' as const } },
    }
    const { credited } = plainCap(member, 'referral', points, today, strict)
    const excess = cap?.over === 'drop' ? 0 : points - credited
    const id = `referral.${friend}.${turn}`
    const waits = [
      { group: 'referral' as const, points: credited, since: today, day: until, safe: id },
      { group: 'referral' as const, points: excess, since: today, day: null, safe: `${id}.more` },
    ].filter((one) => one.points > 0)
    member.waits = [...member.waits, ...waits]
    member.waited += waits.length
    const told = waits.map((one) => ({
      type: 'PointsPending',
      on: today,
      delta: 0,
      lots: `${one.points} until ${one.day}`,
    }))
    return { come: credited + excess, lines: told }
  }
}
