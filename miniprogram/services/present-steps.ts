import type { AnswerTo } from './cloud'
import { formatDay } from './format-day'
import { formatMultiplier, formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

/** One step of a sum in plain words: what it is, how it counts, and the result after it. */
export interface StepView {
  rule: string
  title: string
  how: string
  points: string
}

/** A step as it travels. */
type Sent = AnswerTo<'cashier', 'previewBill'>['steps'][number]

export function presentSteps(steps: Sent[]): StepView[] {
  return steps.map((step) => ({ rule: step.rule, ...explain(step), points: formatPoints(step.points) }))
}

const COMBINED = {
  max: '几项加倍不叠加，取最高的一项',
  add: '几项加倍相加',
  most: '加倍到此为止，这是上限',
} as const

const BEYOND = {
  drop: '不再计入',
  later: '接下来几天到账',
  review: '等门店确认后到账',
} as const

function explain(step: Sent): Pick<StepView, 'title' | 'how'> {
  switch (step.rule) {
    case 'base':
      return { title: `消费 ${formatYuan(step.amount)}`, how: `每 1 元得 ${step.pointsPerYuan} 积分` }
    case 'tier':
      return { title: `${step.tier} ${formatMultiplier(step.bp)}`, how: '等级加成' }
    case 'birthday':
      return step.window === 'month'
        ? { title: `生日月 ${formatMultiplier(step.bp)}`, how: '生日当月的每一笔消费' }
        : { title: `生日 ${formatMultiplier(step.bp)}`, how: '生日当天的每一笔消费' }
    case 'nthOfMonth':
      return { title: `本月第 ${step.nth} 单 ${formatMultiplier(step.bp)}`, how: '常来加速' }
    case 'newMember':
      return {
        title: `新会员 ${formatMultiplier(step.bp)}`,
        how: `到 ${formatDay(step.until)} 为止的每一笔消费`,
      }
    case 'firstOrderMultiplier':
      return { title: `首单 ${formatMultiplier(step.bp)}`, how: '入会后的第一笔消费' }
    case 'campaignMultiplier':
      return { title: `${step.name} ${formatMultiplier(step.bp)}`, how: '活动加倍' }
    case 'combined':
      return { title: `合计 ${formatMultiplier(step.bp)}`, how: COMBINED[step.how] }
    case 'firstOrderBonus':
      return { title: `首单礼 +${formatPoints(step.bonus)}`, how: '入会后的第一笔消费' }
    case 'jubilee':
      return { title: `第 ${step.nth} 次消费纪念 +${formatPoints(step.bonus)}`, how: '入会以来的每一单都算' }
    case 'threshold':
      return { title: `满额加赠 +${formatPoints(step.bonus)}`, how: `单笔满 ${formatYuan(step.amount)}` }
    case 'campaignAddition':
      return { title: `${step.name} +${formatPoints(step.bonus)}`, how: '活动加赠' }
    case 'dailyCap':
      return {
        title: `每日上限 ${formatPoints(step.cap)}`,
        how: `超出的 ${formatPoints(step.excess)} ${BEYOND[step.over]}`,
      }
  }
}
