import type { Campaign } from '../../contract'
import { isCampaignDay, isForTier } from './campaign-days'
import type { AdditionRule, MultiplierRule, Occasion } from './rule'

/** Every campaign (活动) that is on at this branch, for this member, for a bill of this size. CAMP-01, CAMP-03. */
export const campaignMultipliers: MultiplierRule = (occasion, { campaigns }) =>
  campaigns.flatMap((campaign) =>
    campaign.effect.kind === 'multiplier' && isOn(campaign, occasion)
      ? [{ rule: 'campaignMultiplier' as const, ...named(campaign), bp: campaign.effect.bp }]
      : [],
  )

export const campaignAdditions: AdditionRule = (occasion, { campaigns }) =>
  campaigns.flatMap((campaign) =>
    campaign.effect.kind === 'addition' && isOn(campaign, occasion)
      ? [{ rule: 'campaignAddition' as const, ...named(campaign), bonus: campaign.effect.points }]
      : [],
  )

const named = ({ id, name }: Campaign) => ({ campaign: id, name })

/** At this branch, on this day, for this member and a bill of this size. */
export const isOn = (
  campaign: Campaign,
  { day, branch, tier, amount }: Pick<Occasion, 'day' | 'branch' | 'tier' | 'amount'>,
): boolean =>
  isCampaignDay(campaign, day) &&
  (campaign.branches?.includes(branch) ?? true) &&
  isForTier(campaign, tier.id) &&
  amount >= campaign.atLeast
