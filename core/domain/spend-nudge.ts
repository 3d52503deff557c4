import type { BusinessDay, Earn, Fen, Points } from '../contract'
import { fen, points } from './amounts'
import { isCampaignDay } from './earning/campaign-days'

/** What a bill of some amount would earn him, worked out as it would be settled. */
export type EarnedAt = (amount: Fen) => Points

/** Spend so much more and get so many points more (凑单). */
export interface Nudge {
  more: Fen
  points: Points
}

/** A nudge, not a push: at most half the bill again. */
const REACH = 2

/**
 * The next amount from which the rules of today give more than in proportion: 20 yuan more for 70 points
 * more when 180 yuan earn 180 and 200 earn 250. Null when none is near. EARN-31, C-09.
 */
export function nudge(amount: Fen, earn: Earn, day: BusinessDay, earnedAt: EarnedAt): Nudge | null {
  const earned = earnedAt(amount)
  const near = amountsThatCount(earn, day).filter((at) => at > amount && (at - amount) * REACH <= amount)
  const next = near.find((at) => earnedAt(at) * amount > earned * at)
  return next === undefined ? null : { more: fen(next - amount), points: points(earnedAt(next) - earned) }
}

/** Where something begins, lowest first. What of it is for him, at this branch, `earnedAt` knows. */
const amountsThatCount = ({ thresholds, firstOrder, campaigns }: Earn, day: BusinessDay): Fen[] =>
  [
    ...thresholds.map(({ amount }) => amount),
    ...(firstOrder?.mode === 'threshold' ? [firstOrder.amount] : []),
    ...campaigns.filter((campaign) => isCampaignDay(campaign, day)).map(({ atLeast }) => atLeast),
  ].sort((a, b) => a - b)

const YUAN = 100

/** The smallest bill in whole yuan that earns so many points; null when none up to `most` does. EARN-31. */
export function billFor(asked: Points, most: Fen, earnedAt: EarnedAt): Fen | null {
  if (earnedAt(most) < asked) return null
  let [low, high] = [0, most / YUAN]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (earnedAt(fen(middle * YUAN)) >= asked) high = middle
    else low = middle + 1
  }
  return fen(high * YUAN)
}
