import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { presentSteps } from '../../services/present-steps'
import { sayNudge } from '../../services/say-nudge'

type Sum = AnswerTo<'points', 'calculate'>

/** What a bill would bring, in words. UX-02. */
export const presentSum = ({ branch, branches, earned, steps, expiresOn, balance, ...rest }: Sum) => ({
  branch: branch.id,
  chips: branches.length > 1 ? branches.map(({ id, name }) => ({ key: id, text: name })) : [],
  earned: formatPoints(earned),
  steps: presentSteps(steps),
  note: `吃完后余额 ${formatPoints(balance)}，这些积分用到 ${formatDay(expiresOn)}`,
  nudge: sayNudge(rest.nudge),
  reach: rest.reach && {
    name: rest.reach.name,
    picture: rest.reach.picture,
    price: formatPoints(rest.reach.points),
  },
  next: rest.next && {
    name: rest.next.name,
    picture: rest.next.picture,
    progressBp: rest.next.progressBp,
    words: sayNext(rest.next),
  },
})
export type SumView = ReturnType<typeof presentSum>

const sayNext = ({ missing, more }: NonNullable<Sum['next']>): string =>
  more === null
    ? `还差 ${formatPoints(missing)} 积分`
    : `还差 ${formatPoints(missing)} 积分，这一餐再消费 ${formatYuan(more)} 就够`
