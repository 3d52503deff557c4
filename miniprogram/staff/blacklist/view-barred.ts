import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { sayUntil } from '../../services/say-bar'

type Barred = AnswerTo<'manager', 'barred'>['members'][number]

/** Somebody on the list, as a manager reads it. */
export const viewBarred = ({ member, name, reason, since, until, balance, own }: Barred) => ({
  member,
  name: name ?? `会员 …${member.slice(-4)}`,
  reason,
  when: `${formatDay(since)}起，${sayUntil(until)}`,
  balance: formatPoints(balance),
  own,
})
export type BarredView = ReturnType<typeof viewBarred>
