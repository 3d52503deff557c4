import type { AnswerTo } from './cloud'
import { formatPoints } from './format-points'

export type CheckInRules = AnswerTo<'engagement', 'round'>['rules']
type Milestone = CheckInRules['milestones'][number]

/** `连续 7 天送 30 积分`, `新会员连续 7 天送 100 积分（一次）`. */
export const sayMilestone = ({ day, points, audience, once }: Milestone): string =>
  `${audience === 'new' ? '新会员' : ''}连续 ${day} 天送 ${formatPoints(points)} 积分${once ? '（一次）' : ''}`

/** The whole rule in sentences. UX-03, C-03. */
export function sayCheckIn({ daily, round, milestones, newDays, where }: CheckInRules): string[] {
  const isForNewcomers = milestones.some(({ audience }) => audience === 'new')
  return [
    where === 'anywhere'
      ? '每天签到一次，随时随地都可以，每天凌晨 4 点换新的一天'
      : '到店扫过桌上的码就能签到，每天一次，每天凌晨 4 点换新的一天',
    ...(daily > 0 ? [`每天签到得 ${formatPoints(daily)} 积分`] : []),
    ...milestones.map(sayMilestone),
    ...(isForNewcomers ? [`入会头 ${newDays} 天是新会员`] : []),
    `${round} 天一轮，签满就开始下一轮；漏一天从第 1 天重新数`,
  ]
}
