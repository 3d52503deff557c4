import type { AnswerTo } from './cloud'
import { formatMultiplier, formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

type Offers = AnswerTo<'engagement', 'campaigns'>
type Earn = Offers['earn']

/** One way to get points, in words of the programme. C-08. */
export interface Way {
  id: string
  title: string
  note: string
}

const points = (count: number) => `${formatPoints(count)} 积分`

type Ways = Pick<Offers, 'earn' | 'checkIn' | 'anniversary' | 'questionnaire'>

/** Every way there is, the most usual first. EARN-32, UX-03. */
export const sayWays = ({ earn, checkIn, anniversary, questionnaire }: Ways): Way[] => [
  ...when(earn.pointsPerYuan > 0, () => way('base', '用餐消费', `每 1 元得 ${points(earn.pointsPerYuan)}`)),
  ...sayFirstOrder(earn.firstOrder),
  ...when(checkIn !== null, () => way('checkIn', '每日签到', sayDaily(checkIn))),
  ...when(earn.thresholds.length > 0, () => way('thresholds', '单笔满额', sayThresholds(earn))),
  ...sayMultiplier('birthday', earn.birthday, ({ window }) =>
    window === 'month' ? ['生日当月', '每一笔消费'] : ['生日当天', '每一笔消费'],
  ),
  ...sayMultiplier('newMember', earn.newMember, ({ days }) => [`入会头 ${days} 天`, '每一笔消费']),
  ...sayMultiplier('nthOfMonth', earn.nthOfMonth, ({ orders }) => [
    '常来加速',
    `每月第 ${orders.join('、')} 单`,
  ]),
  ...when(earn.jubilees.length > 0, () => way('jubilees', '消费纪念', sayJubilees(earn))),
  ...(anniversary === null ? [] : [way('anniversary', '入会周年', `每年送 ${points(anniversary.points)}`)]),
  ...when(questionnaire !== null, () => way('questionnaire', '填写问卷', sayQuestionnaire(questionnaire))),
  ...when(earn.profile > 0, () => way('profile', '完善资料', `填好称呼和生日，送 ${points(earn.profile)}`)),
  ...when(earn.registration > 0, () => way('registration', '入会', `送 ${points(earn.registration)}`)),
]

const sayQuestionnaire = (asked: Offers['questionnaire']): string =>
  asked?.isAnswered ? '已经填过，谢谢' : `说说感受，送 ${points(asked?.points ?? 0)}`

const way = (id: string, title: string, note: string): Way => ({ id, title, note })

const when = (is: boolean, say: () => Way): Way[] => (is ? [say()] : [])

const sayMultiplier = <R extends { bp: number }>(
  id: string,
  rule: R | null,
  say: (rule: R) => [title: string, what: string],
): Way[] => {
  if (rule === null) return []
  const [title, what] = say(rule)
  return [way(id, title, `${what}积分 ${formatMultiplier(rule.bp)}`)]
}

function sayFirstOrder(rule: Earn['firstOrder']): Way[] {
  switch (rule?.mode) {
    case undefined:
      return []
    case 'flat':
      return [way('firstOrder', '首单', `入会后第一笔消费，另送 ${points(rule.points)}`)]
    case 'threshold':
      return [
        way('firstOrder', '首单', `第一笔消费满 ${formatYuan(rule.amount)}，另送 ${points(rule.points)}`),
      ]
    case 'multiplier':
      return [way('firstOrder', '首单', `入会后第一笔消费积分 ${formatMultiplier(rule.bp)}`)]
  }
}

const sayThresholds = ({ thresholds }: Earn): string =>
  thresholds.map((rule) => `满 ${formatYuan(rule.amount)} 另送 ${points(rule.points)}`).join('，')

const sayJubilees = ({ jubilees }: Earn): string =>
  jubilees.map((rule) => `第 ${rule.bill} 次消费另送 ${points(rule.points)}`).join('，')

function sayDaily(checkIn: Offers['checkIn']): string {
  const best = [...(checkIn?.milestones ?? [])].sort((a, b) => b.points - a.points)[0]
  const daily = checkIn?.daily ? `每天得 ${points(checkIn.daily)}` : ''
  const row = best
    ? `连续 ${best.day} 天${best.audience === 'new' ? '新会员' : ''}得 ${points(best.points)}`
    : ''
  return [daily, row].filter((part) => part !== '').join('，') || '每天来看看'
}
