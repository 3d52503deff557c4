import type { BusinessDay, Entry, Program, Reward } from '../contract'
import type { Account } from './account'
import { isBarred } from './bar'
import { drawSoonest } from './burn'
import { accept, type Result, refuse } from './result'

export interface Claim {
  reward: Reward
  /** The redemption code it issues. */
  redemption: string
  /** The attempt that holds a piece of stock; null where there is no limit. */
  token: string | null
  /** How many are left, this attempt's own piece included; null for no limit. */
  left: number | null
}

/** Burn the reward's points, soonest to expire first. Not enough points is said before no stock. RED-15. */
export function claimReward(
  account: Account,
  claim: Claim,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'BARRED' | 'INSUFFICIENT_POINTS' | 'OUT_OF_STOCK'> {
  if (isBarred(account)) return refuse('BARRED')
  const drawn = drawSoonest(account, claim.reward.points)
  if (!drawn.ok) return drawn
  if (claim.left === 0) return refuse('OUT_OF_STOCK')
  return accept([
    {
      type: 'RewardClaimed',
      on,
      reward: claim.reward.id,
      rewardName: claim.reward.name,
      redemption: claim.redemption,
      drawn: drawn.value,
      token: claim.token,
      program: program.version,
    },
  ])
}
