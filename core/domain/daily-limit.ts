import type { AccountState, BusinessDay, ClaimReversed, Entry, Reward, RewardId } from '../contract'
import { missingOf } from './amounts'

type Claimed = AccountState['claimed']
type Counts = NonNullable<Claimed>['rewards']
type RewardClaimed = Extract<Entry, { type: 'RewardClaimed' }>

/** The day a claim counts towards: a call from before four in the morning that comes late counts towards the day that has begun. */
export const dayOfLimit = ({ claimed }: AccountState, on: BusinessDay): BusinessDay =>
  claimed !== undefined && claimed.day > on ? claimed.day : on

/** How often he may claim a reward on that day still; null where it has no limit. RISK-10, COST-08. */
export function leftOn(
  account: AccountState,
  { id, perDay }: Pick<Reward, 'id' | 'perDay'>,
  on: BusinessDay,
): number | null {
  if (perDay === null) return null
  const { claimed } = account
  const times = claimed?.day === dayOfLimit(account, on) ? timesOf(claimed.rewards, id) : 0
  return missingOf(perDay, times)
}

const timesOf = (counts: Counts, id: RewardId): number =>
  counts.find(({ reward }) => reward === id)?.times ?? 0

/** One more of the day; those of a day before are forgotten. */
export function countClaim(
  { claimed }: AccountState,
  { ofDay, reward }: RewardClaimed,
): { claimed?: Claimed } {
  if (ofDay === undefined) return {}
  const counts = claimed?.day === ofDay ? claimed.rewards : []
  const others = counts.filter((one) => one.reward !== reward)
  return {
    claimed: { day: ofDay, rewards: [...others, { reward, times: timesOf(counts, reward) + 1 }] },
  }
}

/** What is taken back on the day that counts leaves its place; of an earlier day nothing is remembered. */
export function uncountClaim(
  { claimed }: AccountState,
  { ofDay, reward }: ClaimReversed,
): { claimed?: Claimed } {
  if (ofDay === undefined || claimed?.day !== ofDay) return {}
  const less = claimed.rewards.map((one) => (one.reward === reward ? { ...one, times: one.times - 1 } : one))
  return { claimed: { day: ofDay, rewards: less.filter(({ times }) => times > 0) } }
}
