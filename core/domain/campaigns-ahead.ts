import type { BusinessDay, Campaign } from '../contract'
import { addDays } from './calendar'
import { isCampaignDay } from './earning/campaign-days'

/** As far as a guest plans: what begins later is told later. */
const DAYS_AHEAD = 90

/** A campaign as a guest sees it today. */
export interface CampaignAhead {
  campaign: Campaign
  isToday: boolean
  /** The first day after today on which it is on; null for none within 90 days. */
  next: BusinessDay | null
}

/** What is on today, then what comes, soonest first; what is over or far away is left out. CAMP-02. */
export function campaignsAhead(campaigns: readonly Campaign[], today: BusinessDay): CampaignAhead[] {
  const days = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(today, i + 1))
  return campaigns
    .map((campaign) => ({
      campaign,
      isToday: isCampaignDay(campaign, today),
      next: days.find((day) => isCampaignDay(campaign, day)) ?? null,
    }))
    .filter(({ isToday, next }) => isToday || next !== null)
    .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1))
}

/** Today, then by the day; of two the one that ends first. */
const sortOf = ({ isToday, next, campaign }: CampaignAhead): string =>
  `${isToday ? '' : next} ${campaign.to} ${campaign.id}`
