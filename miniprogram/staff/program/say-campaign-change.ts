import { formatDay } from '../../services/format-day'
import { formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { holidayNames, sayCampaign, sayEffect, sayTime, weekdayNames } from '../../services/say-campaign'
import { sayDiscount } from '../../services/say-discount'
import type { Campaign } from './form'
import type { Name } from './say-tier'

const kinds: Record<string, string> = {
  every: '每天',
  weekdays: '每周几',
  monthDays: '每月几号',
  holidays: '节日',
  multiplier: '加倍',
  addition: '加赠',
  exchange: '换奖励打折',
}

const list = (value: unknown, names: Record<string, string> = {}) =>
  (value as (string | number)[]).map((each) => names[each] ?? each).join('、')

const sayWholeCampaign = (value: unknown) => {
  const campaign = value as Campaign
  return `${campaign.name} ${sayEffect(campaign)}，${sayTime(campaign)}，${sayCampaign(campaign, [], [], [])}`
}

/** Below 1 it makes rewards cheaper, above it points more. */
const sayForce = (value: unknown) =>
  Number(value) < 10_000 ? sayDiscount(Number(value)) : formatMultiplier(Number(value))

/** What of a campaign is called, and how its values are told. */
export const CAMPAIGN_NAMES: Name[] = [
  [/^earn\.campaigns\.[^.]+$/, '活动', sayWholeCampaign],
  [/^earn\.campaigns\.[^.]+\.name$/, '活动名称', String],
  [/^earn\.campaigns\.[^.]+\.(from|to)$/, '活动起止', (value) => formatDay(String(value))],
  [/^earn\.campaigns\..*\.kind$/, '活动', (value) => kinds[String(value)] ?? String(value)],
  [/^earn\.campaigns\..*\.days$/, '活动在每月几号', (value) => list(value)],
  [/^earn\.campaigns\..*\.weekdays$/, '活动在周几', (value) => list(value, weekdayNames)],
  [/^earn\.campaigns\..*\.holidays$/, '活动在哪些节日', (value) => list(value, holidayNames)],
  [/^earn\.campaigns\..*\.branches$/, '活动门店', (value) => list(value), '全部'],
  [/^earn\.campaigns\..*\.tiers$/, '活动等级', (value) => list(value), '全部'],
  [/^earn\.campaigns\..*\.bp$/, '活动力度', sayForce],
  [/^earn\.campaigns\..*\.rewards$/, '活动奖励', (value) => list(value), '全部'],
  [/^earn\.campaigns\..*\.points$/, '活动加赠', (value) => `${formatPoints(Number(value))} 积分`],
  [/^earn\.campaigns\..*\.atLeast$/, '活动起算金额', (value) => formatYuan(Number(value))],
]
