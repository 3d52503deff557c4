import { formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

/** 再消费 20 元多得 70 积分. EARN-31. */
export const sayNudge = (nudge: { more: number; points: number } | null): string =>
  nudge === null ? '' : `再消费 ${formatYuan(nudge.more)} 多得 ${formatPoints(nudge.points)} 积分`
