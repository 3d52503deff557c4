import { formatDay } from '../../services/format-day'
import { formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { holidayNames, weekdayNames } from './campaign-form'
import type { Campaign } from './form'

function sayDays(days: Campaign['days']): string {
  switch (days.kind) {
    case 'every':
      return '每天'
    case 'weekdays':
      return days.weekdays.map((day) => weekdayNames[day] ?? '').join('、')
    case 'monthDays':
      return `每月 ${days.days.join('、')} 日`
    case 'holidays':
      return days.holidays.map((holiday) => holidayNames[holiday]).join('、')
  }
}

export const sayEffect = ({ effect }: Campaign): string =>
  effect.kind === 'multiplier' ? formatMultiplier(effect.bp) : `+${formatPoints(effect.points)}`

type Named = { id: string; name: string }

const sayNames = (ids: string[] | null, named: readonly Named[]): string[] =>
  ids === null ? [] : [ids.map((id) => named.find((each) => each.id === id)?.name ?? id).join('、')]

/** When, where, for whom and from which amount on, in one line. */
export const sayCampaign = (
  campaign: Campaign,
  branches: readonly Named[],
  tiers: readonly Named[],
): string =>
  [
    sayDays(campaign.days),
    ...sayNames(campaign.branches, branches),
    ...sayNames(campaign.tiers, tiers),
    ...(campaign.atLeast === 0 ? [] : [`满 ${formatYuan(campaign.atLeast)}`]),
  ].join(' · ')

export const sayTime = ({ from, to }: Campaign): string => `${formatDay(from)} 至 ${formatDay(to)}`
