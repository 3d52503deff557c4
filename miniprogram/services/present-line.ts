import type { AnswerTo } from './cloud'
import { formatDay, formatMoment } from './format-day'
import { formatDelta, formatPoints } from './format-points'
import { formatYuan } from './format-yuan'
import { sayUntil } from './say-bar'
import { pendingReasons, sources } from './say-source'
import { sayStamps } from './say-stamps'
import { sayReview, sayTierChange } from './say-tier'

export type Line = AnswerTo<'points', 'ledger'>['lines'][number]

/** A ledger line as the row shows it. */
export interface LineView {
  id: string
  kind: Line['kind']
  /** One character in the round mark. */
  mark: string
  title: string
  when: string
  where: string
  delta: string
  balance: string
}

/** Lines that move no points show none. */
const isSilent = ({ kind, entry }: Line): boolean =>
  kind === 'tier' ||
  kind === 'checkIn' ||
  kind === 'answer' ||
  kind === 'pending' ||
  kind === 'bar' ||
  entry.type === 'ExpiryFrozen' ||
  entry.type === 'ExpiryThawed' ||
  ('stamps' in entry && entry.stamps !== undefined)

export function presentLine(line: Line): LineView {
  return {
    id: line.id,
    kind: line.kind,
    when: formatMoment(line.at),
    delta: isSilent(line) ? '' : formatDelta(line.delta),
    balance: isSilent(line) ? '' : `余 ${formatPoints(line.balance)}`,
    ...tell(line.entry),
  }
}

function tell(entry: Line['entry']): Pick<LineView, 'mark' | 'title' | 'where'> {
  switch (entry.type) {
    case 'MemberJoined':
      return { mark: '礼', title: '入会礼', where: '' }
    case 'BillSettled':
      return {
        mark: '食',
        title: `消费 ${formatYuan(entry.amount)}`,
        where: `${entry.branchName}${entry.stamp ? ' · 集杯 +1' : ''}`,
      }
    case 'PointsGranted':
      return { mark: '赠', title: entry.about, where: sources[entry.source] }
    case 'CheckedIn':
      return { mark: '签', title: `签到 · 连续 ${entry.streak} 天`, where: '' }
    case 'QuestionnaireAnswered':
      return { mark: '问', title: `填写「${entry.title}」`, where: '问卷' }
    case 'PointsTaken':
      return { mark: '减', title: entry.about, where: '门店调整' }
    case 'PointsPending':
      return { mark: '待', title: `${entry.about} 待生效`, where: pendingReasons[entry.reason] }
    case 'PendingReleased':
      return { mark: '到', title: '待生效积分到账', where: sources[entry.source] }
    case 'PendingForfeited':
      return { mark: '待', title: '待生效积分取消', where: sources[entry.source] }
    case 'RewardClaimed':
      return {
        mark: '兑',
        title: `兑换 ${entry.rewardName}`,
        where: entry.stamps ? `用 ${sayStamps(entry.stamps)}` : (entry.exchange?.name ?? ''),
      }
    case 'BillReversed':
      return {
        mark: '退',
        title: `退单 ${formatYuan(entry.amount)}`,
        where: `${entry.branchName}${entry.unstamped ? ' · 集杯 −1' : ''}`,
      }
    case 'ClaimReversed':
      return {
        mark: '退',
        title: `兑换作废 ${entry.rewardName}`,
        where: entry.stamps ? `退回 ${sayStamps(entry.stamps)}` : '',
      }
    case 'ExpiryFrozen':
      return { mark: '留', title: '积分不再过期', where: '老客专享' }
    case 'ExpiryThawed':
      return { mark: '期', title: '积分重新计有效期', where: '' }
    case 'PointsExpired':
      return { mark: '期', title: '积分到期', where: '' }
    case 'TierChanged':
      return { mark: '级', ...sayTierChange(entry) }
    case 'TierBought':
      return { mark: '级', title: `兑换${entry.tierName} ${entry.days} 天`, where: '' }
    case 'TierReviewed':
      return { mark: '级', ...sayReview(entry) }
    case 'KeepBegan':
      return { mark: '级', title: `${entry.tierName}开始保级`, where: `到${formatDay(entry.keep.until)}` }
    case 'ReviewPaused':
      return { mark: '级', title: '保级暂停一期', where: `延到${formatDay(entry.until)}` }
    case 'ReferralAccepted':
      return { mark: '友', title: '受好友邀请入会', where: '' }
    case 'ReferralCounted':
      return { mark: '友', title: '受邀后的首单', where: '' }
    case 'ReferralReopened':
      return { mark: '友', title: '受邀首单已退款', where: '下一单重新算' }
    case 'FriendRewarded':
      return { mark: '友', title: '邀请好友成功', where: '' }
    case 'FriendWithdrawn':
      return { mark: '友', title: '好友的首单已退款', where: '' }
    case 'MemberBarred':
      return { mark: '停', title: '积分功能暂停', where: sayUntil(entry.until) }
    case 'BarLifted':
      return { mark: '复', title: '积分功能恢复', where: '' }
    case 'AccountCorrected':
      return { mark: '正', title: '账目更正', where: '' }
  }
}
