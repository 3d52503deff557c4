import type { BusinessDay, Campaign } from '../../contract'
import { dayOfMonth, weekdayOf } from '../calendar'
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
