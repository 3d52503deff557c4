import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { sayCheckIn } from '../../services/say-check-in'

type Answer = AnswerTo<'engagement', 'round'>
type Done = AnswerTo<'engagement', 'checkIn'>

/** The round as the page draws it. */
export function presentRound({ round, rules, newUntil, isHere }: Answer) {
  const { isDone, streak, days, next } = round
  const today = days.find((day) => day.isToday)
  return {
    isDone,
    isHere,
    streak,
    encouragement: encourage(round),
    next: next && {
      words: next.more === 1 ? (isDone ? '明天签到就能得' : '今天签到就能得') : `再签 ${next.more} 天可得`,
      points: formatPoints(next.points),
    },
    days: days.map((day) => ({
      day: day.day,
      mark: markOf(day),
      points: `+${formatPoints(day.points)}`,
      isGift: day.points > rules.daily,
    })),
    button: buttonOf(isDone, today?.points ?? 0),
    newcomer: newUntil === null ? '' : `你是新会员，到 ${formatDay(newUntil)} 为止`,
    rules: sayCheckIn(rules),
  }
}
export type RoundView = ReturnType<typeof presentRound>

function markOf({ isDone, isToday }: Answer['round']['days'][number]): 'done' | 'today' | 'ahead' {
  if (isDone) return 'done'
  return isToday ? 'today' : 'ahead'
}

function encourage({ isDone, streak }: Answer['round']): string {
  if (isDone) return streak === 1 ? '今天已签到，明天接着来' : '今天已签到，明天继续'
  return streak === 0 ? '今天开始，连着来更划算' : '今天还没签，别断了'
}

const buttonOf = (isDone: boolean, points: number): string => {
  if (isDone) return '今天已签到'
  return points > 0 ? `签到得 ${formatPoints(points)} 积分` : '签到'
}

/** The small joy of a check-in. Points that wait are told, not celebrated. */
export const presentDone = ({ streak, earned, pending }: Done) => ({
  title: '签到成功',
  figure: earned > 0 ? `+${formatPoints(earned)}` : `第 ${streak} 天`,
  note: pending > 0 ? `另有 ${formatPoints(pending)} 积分待生效` : `连续 ${streak} 天`,
})
