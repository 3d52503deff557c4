import type { AnswerTo } from './cloud'
import { formatDay } from './format-day'
import { formatMultiplier, formatPoints } from './format-points'
import { formatYuan } from './format-yuan'
import { sayDiscount } from './say-discount'

export type Campaign = AnswerTo<'engagement', 'campaigns'>['campaigns'][number]['campaign']
type Days = Campaign['days']
type Holiday = Extract<Days, { kind: 'holidays' }>['holidays'][number]

export const weekdayNames: Record<string, string> = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
}

export const holidayNames: Record<Holiday, string> = {
  'new-year': '元旦',
  'spring-festival': '春节',
  lantern: '元宵节',
  valentine: '情人节',
  'labour-day': '劳动节',
  'dragon-boat': '端午节',
  qixi: '七夕',
  'mid-autumn': '中秋节',
  'national-day': '国庆节',
  'double-ninth': '重阳节',
  christmas: '圣诞节',
}

export function sayDays(days: Campaign['days']): string {
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

export function sayEffect({ effect }: Pick<Campaign, 'effect'>): string {
  switch (effect.kind) {
    case 'multiplier':
      return formatMultiplier(effect.bp)
    case 'addition':
      return `+${formatPoints(effect.points)}`
    case 'exchange':
      return sayDiscount(effect.bp)
  }
}

type Named = { id: string; name: string }

const sayNames = (ids: string[] | null, named: readonly Named[]): string[] =>
  ids === null ? [] : [ids.map((id) => named.find((each) => each.id === id)?.name ?? id).join('、')]

const sayRewards = ({ effect }: Campaign, rewards: readonly Named[]): string[] => {
  if (effect.kind !== 'exchange') return []
  return effect.rewards === null ? ['全部奖励'] : sayNames(effect.rewards, rewards)
}

/** When, where, for whom, for what and from which amount on, in one line. */
export const sayCampaign = (
  campaign: Campaign,
  branches: readonly Named[],
  tiers: readonly Named[],
  rewards: readonly Named[],
): string =>
  [
    sayDays(campaign.days),
    ...sayNames(campaign.branches, branches),
    ...sayNames(campaign.tiers, tiers),
    ...sayRewards(campaign, rewards),
    ...(campaign.atLeast === 0 ? [] : [`满 ${formatYuan(campaign.atLeast)}`]),
  ].join(' · ')

export const sayTime = ({ from, to }: Campaign): string => `${formatDay(from)} 至 ${formatDay(to)}`
