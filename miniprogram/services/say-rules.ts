import type { AnswerTo } from './cloud'

type Rules = AnswerTo<'member', 'home'>['rules']

/** The whole programme in one sentence. UX-03. */
export const sayRules = ({ pointsPerYuan, lotMonths }: Rules): string =>
  `消费 1 元 = ${pointsPerYuan} 积分，积分自获得起 ${lotMonths} 个月内有效`
