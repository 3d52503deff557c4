import { formatPoints } from '../../services/format-points'
import { sayMilestone } from '../../services/say-check-in'
import type { Terms } from './form'
import type { Name } from './say-tier'

type CheckIn = NonNullable<Terms['checkIn']>

const points = (value: unknown) => `${formatPoints(Number(value))} 积分`
const days = (value: unknown) => `${Number(value)} 天`
const places: Record<string, string> = { anywhere: '随时随地', restaurant: '到店扫桌码' }

const sayMilestones = (value: unknown) => {
  const all = value as CheckIn['milestones']
  return all.length === 0 ? '无' : all.map(sayMilestone).join('、')
}

const sayCheckIn = (value: unknown) => {
  const rules = value as CheckIn
  return `每天 ${points(rules.daily)}，连签奖励：${sayMilestones(rules.milestones)}`
}

/** What changes of check-ins are called, and how they are told. */
export const CHECK_IN_NAMES: Name[] = [
  [/^checkIn$/, '签到', sayCheckIn],
  [/^checkIn\.daily$/, '每天签到', points],
  [/^checkIn\.round$/, '签到几天一轮', days],
  [/^checkIn\.newDays$/, '签到时算新会员', days],
  [/^checkIn\.where$/, '在哪里签到', (value) => places[String(value)] ?? String(value)],
  [/^checkIn\.milestones$/, '连签奖励', sayMilestones],
]
