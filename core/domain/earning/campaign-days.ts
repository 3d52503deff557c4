import type { BusinessDay, Campaign } from '../../contract'
import { addDays, dayOfMonth, weekdayOf } from '../calendar'
import { isHoliday } from '../holidays'

/** Whether a campaign is on: on one of its days, from its first to its last. CAMP-03, CAMP-05. */
export function isCampaignDay({ from, to, days }: Campaign, day: BusinessDay): boolean {
  if (day < from || day > to) return false
  switch (days.kind) {
    case 'every':
      return true
    case 'weekdays':
      return days.weekdays.includes(weekdayOf(day))
    case 'monthDays':
      return days.days.includes(dayOfMonth(day))
    case 'holidays':
      return days.holidays.some((holiday) => isHoliday(day, holiday))
  }
}

/** Whether a campaign is for members of a tier, by its id. CAMP-01. */
export const isForTier = ({ tiers }: Campaign, tier: string): boolean => tiers?.includes(tier) ?? true

/** No list of days of the month that leaves one out runs longer: without the 31st, from 1 June to 30 July. */
const LONGEST_RUN = 60

/** The last day of those in a row on which it is on, `day` being one. Member day is over with the 18th; every day ends with the campaign. */
export function isOnThrough(campaign: Campaign, day: BusinessDay): BusinessDay {
  let last = day
  for (let run = 1; run <= LONGEST_RUN; run++) {
    const next = addDays(day, run)
    if (!isCampaignDay(campaign, next)) return last
    last = next
  }
  return campaign.to
}
