import type { AnswerTo } from '../../services/cloud'
import { formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import type { Terms } from './form'
import { CAMPAIGN_NAMES } from './say-campaign-change'
import { CHECK_IN_NAMES } from './say-check-in-change'
import { OCCASION_NAMES } from './say-occasion-change'
import { QUESTIONNAIRE_NAMES } from './say-questionnaire-change'
import { REFERRAL_NAMES } from './say-referral-change'
import { STAMP_CARD_NAMES } from './say-stamp-card-change'
import { type Name, TIER_NAMES } from './say-tier'

export type Change = AnswerTo<'manager', 'lintProgram'>['changes'][number]

const points = (value: unknown) => `${formatPoints(Number(value))} 积分`
const times = (value: unknown) => formatMultiplier(Number(value))
const yuan = (value: unknown) => formatYuan(Number(value))
const days = (value: unknown) => `${Number(value)} 天`
const months = (value: unknown) => `${Number(value)} 个月`
const plain = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

const list = (value: unknown, names: Record<string, string> = {}) =>
  (value as (string | number)[]).map((each) => names[each] ?? each).join('、')

const combined: Record<string, string> = { multiply: '相乘', max: '取最高', add: '加成相加' }
const firstOrders: Record<string, string> = { flat: '送积分', threshold: '满额送', multiplier: '加倍' }
const affordables: Record<string, string> = { never: '不说', once: '每款一次', again: '每次够了都说' }
type Thresholds = Terms['earn']['thresholds']

const sayThresholds = (value: unknown) => {
  const all = value as Thresholds
  return all.length === 0 ? '无' : all.map((rule) => `满 ${yuan(rule.amount)} 送 ${rule.points}`).join('、')
}

function sayFirstOrder(value: unknown): string {
  const rule = value as NonNullable<Terms['earn']['firstOrder']>
  if (rule.mode === 'multiplier') return times(rule.bp)
  return rule.mode === 'flat' ? points(rule.points) : `满 ${yuan(rule.amount)} 送 ${points(rule.points)}`
}

const overs: Record<string, string> = { drop: '不再计入', later: '之后几天到账', review: '店长确认' }

/** A whole cap, or one of its two parts. */
function sayCap(value: unknown): string {
  if (typeof value === 'number') return points(value)
  if (typeof value === 'string') return overs[value] ?? value
  const cap = value as NonNullable<Terms['caps']['spend']>
  return `${points(cap.points)}，超出的${overs[cap.over]}`
}

/** What a path is called and how its values are told; the first that fits counts. */
const NAMES: Name[] = [
  [/^earn\.pointsPerYuan$/, '每消费 1 元', points],
  [/^earn\.registration$/, '入会', points],
  [/^expiry\.months$/, '积分有效期', months, '永久有效'],
  [/^expiry\.returnedDays$/, '退回积分的宽限', days],
  [/^expiry\.exempt$/, '积分不过期的等级', (value) => list((value as { tiers: string[] }).tiers)],
  [/^expiry\.exempt\.tiers$/, '积分不过期的等级', (value) => list(value)],
  [/^expiry\.exempt\.graceDays$/, '离开后的宽限', days],
  ...REFERRAL_NAMES,
  [/^reminders$/, '会员消息', () => '有'],
  [/^reminders\.expiryDays$/, '到期前几天提醒', (value) => list(value)],
  [/^reminders\.statementDay$/, '每月账单', (value) => `${Number(value)} 号`],
  [/^reminders\.affordable$/, '够换奖励时', (value) => affordables[String(value)] ?? plain(value)],
  [/^reminders\.(arrivals|tiers)$/, '到账、等级消息', (value) => (value === true ? '说' : '不说')],
  [/^reminders\.birthdayDays$/, '生日前几天祝贺', days],
  [/^reminders\.messagesAWeek$/, '一周最多几条微信', (value) => `${Number(value)} 条`],
  [/^earn\.profile$/, '完善资料', points],
  [/^redemptionDays$/, '兑换码有效期', days],
  [/^earn\.firstOrder$/, '首单', sayFirstOrder],
  [/^earn\.firstOrder\.mode$/, '首单', (value) => firstOrders[String(value)] ?? plain(value)],
  [/^earn\.firstOrder\.bp$/, '首单', times],
  [/^earn\.firstOrder\.points$/, '首单', points],
  [/^earn\.firstOrder\.amount$/, '首单起送金额', yuan],
  [/^earn\.birthday$/, '生日加倍', (value) => times((value as { bp: number }).bp)],
  [/^earn\.birthday\.bp$/, '生日加倍', times],
  [/^earn\.birthday\.window$/, '生日加倍在', (value) => (value === 'day' ? '生日当天' : '生日当月')],
  [/^earn\.nthOfMonth$/, '当月第几单加倍', (value) => times((value as { bp: number }).bp)],
  [/^earn\.nthOfMonth\.bp$/, '当月第几单加倍', times],
  [/^earn\.nthOfMonth\.orders$/, '加倍的是当月第几单', (value) => (value as number[]).join('、')],
  [/^earn\.newMember$/, '新会员加倍', (value) => times((value as { bp: number }).bp)],
  [/^earn\.newMember\.bp$/, '新会员加倍', times],
  [/^earn\.newMember\.days$/, '新会员加倍', days],
  [/^earn\.thresholds$/, '满额加赠', sayThresholds],
  [/^earn\.stacking\.combine$/, '几项加倍一起时', (value) => combined[String(value)] ?? plain(value)],
  [/^earn\.stacking\.multiplyAdditions$/, '加赠的积分', (value) => (value === true ? '也加倍' : '不加倍')],
  [/^earn\.stacking\.mostBp$/, '加倍上限', times, '不限'],
  ...TIER_NAMES,
  ...CHECK_IN_NAMES,
  ...OCCASION_NAMES,
  ...QUESTIONNAIRE_NAMES,
  ...STAMP_CARD_NAMES,
  [/^caps\.(spend|engage|referral|grant)(?=$|\.)/, '每日上限', sayCap, '不限'],
  [/^limits\.[^.]+\.adjustment$/, '一个人能加扣', points, '不限'],
  ...CAMPAIGN_NAMES,
  [/^rewards\.[^.]+\.perDay$/, '每人每天最多', (value) => `${Number(value)} 次`, '不限'],
]

/** A difference in words where it has some, by its path otherwise. */
export function sayChange({ at, before, after }: Change, terms: Terms) {
  const [, name, tell, none = '无'] = NAMES.find(([path]) => path.test(at)) ?? [/^/, at, plain]
  const told = (value: unknown) => (value === null || value === undefined ? none : tell(value, terms))
  return { at, name: `${name}${whose(at, terms)}`, before: told(before), after: told(after) }
}
export type ChangeView = ReturnType<typeof sayChange>

const parts: Record<string, string> = {
  spend: '消费',
  engage: '签到和任务',
  referral: '推荐有礼',
  grant: '升级礼等',
  clerk: '收银员',
  manager: '店长',
  admin: '管理员',
}

/** Tiers and campaigns are at their ids; a reader knows them by name. */
function whose(at: string, { tiers, earn, rewards }: Terms): string {
  const part = /^(?:caps\.([^.]+)|limits\.([^.]+)\.adjustment$)/.exec(at)?.slice(1).find(Boolean)
  if (part !== undefined) return `「${parts[part] ?? part}」`
  const id = /^(?:tiers|rewards|earn\.campaigns)\.([^.]+)\./.exec(at)?.[1]
  const named = [...tiers, ...rewards, ...earn.campaigns].find((each) => each.id === id)
  return named === undefined ? '' : `「${named.name}」`
}
