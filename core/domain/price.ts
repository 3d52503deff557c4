import type { BusinessDay, Campaign, Points, Program, Reward, RewardId } from '../contract'
import type { Account } from './account'
import { FULL_BP, points, shareOf } from './amounts'
import { isCampaignDay, isForTier } from './earning/campaign-days'
import { tierOf } from './tier'

type Exchange = Extract<Campaign['effect'], { kind: 'exchange' }>

/** A campaign that makes rewards cheaper (兑换活动). */
export type ExchangeCampaign = Campaign & { effect: Exchange }

/** What a reward costs on a day, in points. */
export interface Price {
  points: Points
  /** Null where it costs what it always does. */
  campaign: ExchangeCampaign | null
}

/**
 * The lowest price that a campaign of the day asks from somebody of that tier; two campaigns are not taken one
 * after the other. Half of 75 points is 37, rounded down in his favour, and nothing costs less than 1. Of two
 * campaigns with one price the first in the programme counts. CAMP-01, CAMP-04, FLASH-02, EARN-28.
 */
export function priceOf(
  reward: Pick<Reward, 'id' | 'points'>,
  campaigns: readonly Campaign[],
  day: BusinessDay,
  tier: string,
): Price {
  let best: Price = { points: reward.points, campaign: null }
  for (const campaign of campaigns) {
    if (!isExchange(campaign) || !isFor(campaign, reward.id, day, tier)) continue
    const price = cheaper(reward.points, campaign.effect)
    if (price < best.points) best = { points: price, campaign }
  }
  return best
}

/** What it costs him on that day. */
export const priceFor = (
  reward: Pick<Reward, 'id' | 'points'>,
  account: Account,
  day: BusinessDay,
  program: Program,
): Price => priceOf(reward, program.earn.campaigns, day, tierOf(account, program).id)

/** Down, in favour of the member; the smallest price there is, is 1. */
const cheaper = (usual: Points, { bp }: Exchange): Points => points(Math.max(1, shareOf(usual, bp, FULL_BP)))

export const isExchange = (campaign: Campaign): campaign is ExchangeCampaign =>
  campaign.effect.kind === 'exchange'

/** Whether a reward is one of those it makes cheaper. */
export const makesCheaper = ({ effect: { rewards } }: ExchangeCampaign, reward: RewardId): boolean =>
  rewards?.includes(reward) ?? true

const isFor = (campaign: ExchangeCampaign, reward: RewardId, day: BusinessDay, tier: string): boolean =>
  makesCheaper(campaign, reward) && isForTier(campaign, tier) && isCampaignDay(campaign, day)
