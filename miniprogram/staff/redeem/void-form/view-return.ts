import type { AnswerTo } from '../../../services/cloud'
import { formatDay, isForever } from '../../../services/format-day'
import { formatPoints } from '../../../services/format-points'
import { sayStamps } from '../../../services/say-stamps'

/** What came back, as the colleague tells the guest. */
export const viewReturn = ({
  rewardName,
  points,
  repaid,
  stamps,
  expiresOn,
  balance,
}: AnswerTo<'cashier', 'reverseClaim'>) => ({
  name: rewardName,
  price: stamps > 0 ? sayStamps(stamps) : `${formatPoints(points)} 积分`,
  notes: [
    ...(repaid > 0 ? [`其中 ${formatPoints(repaid)} 积分抵了欠分`] : []),
    ...(expiresOn === null || isForever(expiresOn) ? [] : [`最早到期的可以用到 ${formatDay(expiresOn)}`]),
    `客人现有 ${formatPoints(balance)} 积分`,
  ],
})
export type ReturnView = ReturnType<typeof viewReturn>
