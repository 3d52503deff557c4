import type { Step } from '../../core/contract'
import { formatMultiplier, formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

/** One step of a sum in plain words: what it is, how it counts, and the result after it. */
export interface StepView {
  rule: string
  title: string
  how: string
  points: string
}

/** A step as it travels: plain numbers. */
type Sent = Step extends infer S
  ? S extends Step
    ? { [K in keyof S]: S[K] extends string ? S[K] : number }
    : never
  : never

export function presentSteps(steps: Sent[]): StepView[] {
  return steps.map((step) => ({ rule: step.rule, ...explain(step), points: formatPoints(step.points) }))
}

function explain(step: Sent): Pick<StepView, 'title' | 'how'> {
  switch (step.rule) {
    case 'base':
      return { title: `消费 ${formatYuan(step.amount)}`, how: `每 1 元得 ${step.pointsPerYuan} 积分` }
    case 'tier':
      return { title: `${step.tier} ${formatMultiplier(step.bp)}`, how: '等级加成' }
    case 'birthdayMonth':
      return { title: `生日月 ${formatMultiplier(step.bp)}`, how: '生日当月的每一笔消费' }
    case 'firstOrderMultiplier':
      return { title: `首单 ${formatMultiplier(step.bp)}`, how: '入会后的第一笔消费' }
    case 'firstOrderBonus':
      return { title: `首单礼 +${formatPoints(step.bonus)}`, how: '入会后的第一笔消费' }
  }
}
