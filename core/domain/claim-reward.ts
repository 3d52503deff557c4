import type { BusinessDay, Entry, Points, Program, Reward } from '../contract'
import type { Account } from './account'
import { isBarred } from './bar'
import { drawSoonest } from './burn'
import { type Price, priceFor } from './price'
import { accept, type Result, refuse } from './result'

type Claimed = Extract<Entry, { type: 'RewardClaimed' }>

export interface Claim {
  reward: Reward
  /** What he was told that it costs; missing where he was told nothing. */
  told?: Points | undefined
  /** The redemption code it issues. */
  redemption: string
  /** The attempt that holds a piece of stock; null where there is no limit. */
  token: string | null
  /** How many are left, this attempt's own piece included; null for no limit. */
  left: number | null
}

/**
 * Burn what the reward costs him today, soonest to expire first. He never pays more than he was told, because a campaign
 * may end while he thinks about it; less he does. Not enough points is said before no stock. RED-15, CAMP-04.
 */
export function claimReward(
  account: Account,
  claim: Claim,
  on: BusinessDay,
  program: Program,
): Result<Claimed[], 'BARRED' | 'PRICE_ROSE' | 'INSUFFICIENT_POINTS' | 'OUT_OF_STOCK'> {
  if (isBarred(account)) return refuse('BARRED')
  const price = priceFor(claim.reward, account, on, program)
  if (claim.told !== undefined && price.points > claim.told) return refuse('PRICE_ROSE')
  const drawn = drawSoonest(account, price.points)
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
      ...exchangeOf(price, claim.reward),
      token: claim.token,
      program: program.version,
    },
  ])
}

/** Why it cost less, so that the line explains itself whatever is on later. UX-06. */
const exchangeOf = ({ campaign }: Price, { points: usual }: Reward) =>
  campaign && {
    exchange: { campaign: campaign.id, name: campaign.name, bp: campaign.effect.bp, usual },
  }
