import { plainUncome } from './plain-caps'
import type { PlainLine, PlainMember } from './plain-model'
import type { PlainPromise, PlainSide, PlainWithdrawal } from './plain-promise'

const bare = (type: string, on: string): PlainLine => ({ type, on, delta: 0, lots: '' })

/** Nothing is left of the order that counted, and it was not safe yet: the next one may count. */
export function plainReopen(member: PlainMember, key: string, today: string) {
  const promises = new Map<string, PlainPromise>()
  const { referral } = member
  const { who, by, order, turn } = referral
  if (by === null || order?.key !== key || today >= order.safeOn) return { lines: [], promises }
  const withdrawn = new Map<PlainSide, string>(referral.withdrawn)
  for (const side of order.sides) {
    const [to, friend] = side === 'referrer' ? [by, who] : [who, by]
    const name = `referral.${who}.${turn}.${side}`
    const after = `${name}.reward`
    promises.set(`${name}.withdraw`, { kind: 'withdraw', to, side, friend, turn, until: order.safeOn, after })
    withdrawn.set(side, `${name}.withdraw`)
  }
  member.referral = { ...referral, order: null, withdrawn }
  return { lines: [bare('ReferralReopened', today)], promises }
}

/** He loses what waits for him; what was never given, or is his already, cannot be taken. */
export function plainWithdraw(
  member: PlainMember,
  { side, friend, turn, until }: PlainWithdrawal,
  reward: string | null,
  today: string,
): { refusal: string | null; lines: PlainLine[] } {
  if (reward !== null && reward !== 'REWARDED_BEFORE') return { refusal: 'NOTHING_GIVEN', lines: [] }
  const id = `referral.${friend}.${turn}`
  const lost = member.waits.filter(({ safe }) => safe === id || safe === `${id}.more`)
  const [first] = lost
  if (reward !== null || today >= until || first === undefined) return { refusal: 'ALREADY_SAFE', lines: [] }
  member.waits = member.waits.filter((one) => !lost.includes(one))
  for (const { safe, since, points, group } of lost)
    if (safe === id) plainUncome(member, since, points, group)
  const forfeited = lost.map(() => bare('PendingForfeited', today))
  if (side === 'referee') return { refusal: null, lines: forfeited }
  const { rewards, points } = member.referral
  const month = first.since.slice(0, 7)
  const had = rewards.get(month)
  member.referral = {
    ...member.referral,
    rewards: had === undefined ? rewards : new Map([...rewards, [month, had - 1]]),
    points: points - lost.reduce((sum, one) => sum + one.points, 0),
  }
  return { refusal: null, lines: [...forfeited, bare('FriendWithdrawn', today)] }
}
