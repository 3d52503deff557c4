import type { Referral, ReferralExclusion, ReferralRule } from '../../core/contract'
import type { AnswerTo } from './cloud'
import { formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

type Terms = NonNullable<AnswerTo<'member', 'referral'>['terms']>
type Rule = Terms['rules'][number]

/** Why a referral counts for nobody. */
export const exclusions: Record<ReferralExclusion, string> = {
  STAFF: '店员不参加邀请活动',
}

const triggers: Record<ReferralRule['trigger'], string> = {
  register: '好友入会',
  firstPaidOrder: '好友首单',
  load: '好友首次储值',
}
const whose: Record<ReferralRule['beneficiary'], string> = {
  referrer: '你得',
  referee: '好友得',
  both: '双方各得',
}

const sayWorth = ({ formula }: Rule): string =>
  formula.kind === 'fixed' ? `${formatPoints(formula.points)} 积分` : `消费金额 ${formula.bp / 100}% 的积分`

export const sayReferralRule = (rule: Rule): string =>
  `${triggers[rule.trigger]}${rule.atLeast > 0 ? `满 ${formatYuan(rule.atLeast)}` : ''}，${whose[rule.beneficiary]} ${sayWorth(rule)}`

/** The whole of it in one sentence, every condition included: what is given is certain and published. */
export function sayReferral({ rules, perMonth, pendingDays }: Terms): string {
  const waits = rules.some(({ trigger }) => trigger !== 'register') && pendingDays > 0
  return [
    rules.map(sayReferralRule).join('；'),
    ...(waits ? [`订单满 ${pendingDays} 天没有退款后到账`] : []),
    ...(perMonth === null ? [] : [`每人每月最多 ${perMonth} 次邀请奖励`]),
    '只算直接邀请的好友',
  ].join('，')
}

/** What the one who is invited gets, as he reads it before he joins. */
export function sayInvitation({ rules, pendingDays }: Referral | Terms): string {
  const his = rules.filter(({ beneficiary, trigger }) => beneficiary !== 'referrer' && trigger !== 'load')
  const both = his.some(({ beneficiary }) => beneficiary === 'both')
  const say = (rule: Rule) =>
    `${rule.trigger === 'register' ? '入会' : '首单'}${rule.atLeast > 0 ? `满 ${formatYuan(rule.atLeast)}` : ''}后你${both ? '和 TA 各' : ''}得 ${sayWorth(rule)}`
  const waits = pendingDays > 0 && his.some(({ trigger }) => trigger === 'firstPaidOrder')
  return [...his.map(say), ...(waits ? [`${pendingDays} 天后到账`] : [])].join('，')
}

type Standing = NonNullable<AnswerTo<'member', 'join'>['referral']>

/** What became of the code he came with, once he has joined. */
const standings: Record<Standing, string> = {
  COUNTS: '积分已到账；首单后你和朋友的邀请奖励也会来',
  REFERRAL_OFF: '积分已到账；邀请活动现在没有开，不影响你的会员权益',
  CODE_UNKNOWN: '积分已到账；邀请码没有认出来，不影响你的会员权益',
  STAFF: '积分已到账；店员不参加邀请活动，不影响你的会员权益',
}
export const sayStanding = (standing: Standing | null): string =>
  standing === null ? '' : standings[standing]
