import { formatDay, formatMomentInFull, isForever, sayExpiry } from '../../../services/format-day'
import { formatPoints } from '../../../services/format-points'
import { type Line, presentLine } from '../../../services/present-line'
import { presentSteps, type StepView } from '../../../services/present-steps'
import { sayUntil } from '../../../services/say-bar'
import { correctionReasons, formatShown } from '../../../services/say-correction'
import { exclusions } from '../../../services/say-referral'
import { pendingReasons, sources } from '../../../services/say-source'
import { exchangeFacts } from './exchange-facts'
import { isTillNumber, reversalFacts } from './reversal-facts'
import { stampFacts } from './stamp-facts'
import { discountFacts, keepFact, spentFacts, tierFacts } from './tier-facts'

export interface Fact {
  label: string
  value: string
}

/** Why a line of the ledger is as it is. UX-06. */
export interface DetailView {
  heading: string
  title: string
  delta: string
  steps: StepView[]
  total: string
  facts: Fact[]
}

export function presentDetail(line: Line): DetailView {
  const { entry } = line
  const steps = entry.type === 'BillSettled' ? presentSteps(entry.steps) : []
  return {
    heading: steps.length > 0 ? '为什么是这么多积分' : '这一笔',
    title: presentLine(line).title,
    delta: presentLine(line).delta,
    steps,
    total: entry.type === 'BillSettled' ? formatPoints(entry.earned) : '',
    facts: [
      ...factsOf(line),
      { label: '时间', value: formatMomentInFull(line.at) },
      { label: '之后余额', value: `${formatPoints(line.balance)} 积分` },
      ...('program' in entry ? [{ label: '规则版本', value: entry.program }] : []),
    ],
  }
}

function factsOf(line: Line): Fact[] {
  const { entry } = line
  switch (entry.type) {
    case 'MemberJoined':
      return [expiryFact(entry)]
    case 'PointsGranted':
    case 'PendingReleased':
      return [{ label: '来源', value: sources[entry.source] }, expiryFact(entry), ...repaidFact(entry)]
    case 'CheckedIn':
      return [
        { label: '连续', value: `${entry.streak} 天` },
        { label: '本轮', value: `第 ${entry.day} 天` },
      ]
    case 'QuestionnaireAnswered':
      return [{ label: '问卷', value: '每份只送一次积分，你选的内容只用来统计' }]
    case 'PointsPending':
      return [
        { label: '待生效', value: `${formatPoints(entry.points)} 积分` },
        { label: '原因', value: pendingReasons[entry.reason] },
        ...(entry.until === null ? [] : [{ label: '到账', value: formatDay(entry.until) }]),
      ]
    case 'PendingForfeited':
      return [
        { label: '取消', value: `${formatPoints(entry.points)} 积分` },
        { label: '原因', value: entry.reason },
      ]
    case 'BillSettled':
      return [
        ...discountFacts(entry),
        ...stampFacts(entry),
        expiryFact(entry),
        ...repaidFact(entry),
        { label: '门店', value: entry.branchName },
        ...(isTillNumber(entry.bill) ? [{ label: '账单号', value: entry.bill }] : []),
      ]
    case 'RewardClaimed':
      return [...exchangeFacts(entry), ...stampFacts(entry), ...drawFacts('用的积分', entry.drawn)]
    case 'TierBought':
    case 'PointsTaken':
    case 'PointsExpired':
      return drawFacts('用的积分', entry.drawn)
    case 'BillReversed':
      return reversalFacts(entry)
    case 'ClaimReversed':
      return [
        { label: '原因', value: entry.reason },
        ...stampFacts(entry),
        ...drawFacts('退回', entry.returned),
        ...repaidFact(entry),
        { label: '经手', value: entry.by },
      ]
    case 'ExpiryFrozen':
      return [{ label: '说明', value: `老客期间积分不过期；以后不再是老客，也还有 ${entry.graceDays} 天` }]
    case 'ExpiryThawed':
      return [{ label: '最早到期', value: formatDay(entry.through) }]
    case 'TierChanged':
      return tierFacts(entry)
    case 'TierReviewed':
      return [...spentFacts(entry), ...keepFact(entry)]
    case 'KeepBegan':
      return keepFact(entry)
    case 'ReviewPaused':
      return [{ label: '保级延到', value: formatDay(entry.until) }]
    case 'ReferralCounted':
    case 'ReferralReopened':
      return []
    case 'ReferralAccepted':
      return entry.excluded === null ? [] : [{ label: '不算邀请', value: exclusions[entry.excluded] }]
    case 'FriendRewarded':
    case 'FriendWithdrawn':
      return [{ label: '积分', value: `${formatPoints(entry.points)} 积分` }]
    case 'MemberBarred':
      return [
        { label: '原因', value: entry.reason },
        { label: '期限', value: sayUntil(entry.until) },
        { label: '积分', value: '都保留，期间不过期；有疑问请到店找店长' },
      ]
    case 'BarLifted':
      return [{ label: '原因', value: entry.reason ?? '期限已到' }]
    case 'AccountCorrected':
      return [
        { label: '原因', value: correctionReasons[entry.reason] },
        ...(entry.shown === null || entry.shown === line.balance
          ? []
          : [{ label: '更正前', value: `显示 ${formatShown(entry.shown)} 积分` }]),
        { label: '核准', value: entry.approvedBy },
      ]
  }
}

const expiryFact = ({ expiresOn }: { expiresOn: string }): Fact => ({
  label: '到期',
  value: sayExpiry(expiresOn),
})

const drawFacts = (label: string, draws: readonly { lot: string; points: number }[]): Fact[] =>
  draws.map(({ lot, points }, i) => ({
    label: i === 0 ? label : '',
    value: `${formatPoints(points)} 积分，${isForever(lot) ? '永久有效' : `${formatDay(lot)}到期`}的`,
  }))

/** What of the points paid for points that had been taken back after he used them. */
const repaidFact = ({ repaid }: { repaid: number }): Fact[] =>
  repaid === 0 ? [] : [{ label: '抵欠分', value: `${formatPoints(repaid)} 积分` }]
