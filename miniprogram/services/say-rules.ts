import type { AnswerTo } from './cloud'

type Rules = AnswerTo<'member', 'home'>['rules']

/** The whole programme in one sentence. UX-03. */
export const sayRules = ({ pointsPerYuan, months }: Rules): string =>
  `消费 1 元 = ${pointsPerYuan} 积分，${months === null ? '积分永久有效' : `积分自获得起 ${months} 个月内有效`}`
