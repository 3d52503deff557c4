import type { Terms } from './form'

/** The parts of the page. */
export type Section =
  | 'base'
  | 'expiry'
  | 'bonus'
  | 'referral'
  | 'stacking'
  | 'tiers'
  | 'keep'
  | 'campaigns'
  | 'checkIn'
  | 'occasions'
  | 'questionnaire'
  | 'stampCard'
  | 'caps'
  | 'reminders'
  | 'rewards'

/** What a path begins with decides where on the page it is; the first that fits counts. */
const PLACES: [path: string, section: Section, name: string][] = [
  ['earn.pointsPerYuan', 'base', '消费积分'],
  ['earn.registration', 'base', '入会积分'],
  ['expiry.exempt', 'expiry', '老客积分不过期'],
  ['expiry.returnedDays', 'expiry', '退回积分的宽限'],
  ['expiry', 'expiry', '积分有效期'],
  ['earn.profile', 'base', '完善资料'],
  ['checkIn', 'checkIn', '签到'],
  ['stampCard', 'stampCard', '集杯卡'],
  ['questionnaire', 'questionnaire', '问卷'],
  ['earn.campaigns', 'campaigns', '活动'],
  ['earn.jubilees', 'occasions', '消费纪念'],
  ['anniversary', 'occasions', '入会周年礼'],
  ['birthdayDiscount', 'occasions', '生日当天折扣'],
  ['earn.stacking', 'stacking', '叠加'],
  ['earn.birthday', 'bonus', '生日'],
  ['earn.nthOfMonth', 'bonus', '当月第几单'],
  ['earn.newMember', 'bonus', '新会员'],
  ['earn.firstOrder', 'bonus', '首单'],
  ['earn.thresholds', 'bonus', '满额加赠'],
  ['earn', 'bonus', '得积分的办法'],
  ['tiers', 'tiers', '等级'],
  ['caps', 'caps', '每日上限'],
  ['limits', 'caps', '手工加扣'],
  ['reminders', 'reminders', '提醒'],
  ['tierSales', 'tiers', '积分购买等级'],
  ['keep', 'keep', '保级'],
  ['referral', 'referral', '推荐有礼'],
  ['rewards', 'rewards', '奖励'],
  ['redemptionDays', 'rewards', '兑换码'],
]

const placeOf = (at: string) => PLACES.find(([path]) => at === path || at.startsWith(`${path}.`))

/** What stands nowhere else is basic. */
export const sectionOf = (at: string): Section => placeOf(at)?.[1] ?? 'base'

/** `tiers.1` is 等级「金卡会员」. */
export function sayPlace(at: string, terms: Terms): string {
  const [path = at, , name = at] = placeOf(at) ?? []
  const lists: Record<string, readonly { name: string }[]> = {
    'earn.campaigns': terms.earn.campaigns,
    tiers: terms.tiers,
    rewards: terms.rewards,
  }
  const item = lists[path]?.[Number(at.slice(path.length + 1).split('.')[0] || Number.NaN)]
  return item === undefined ? name : `${name}「${item.name}」`
}
