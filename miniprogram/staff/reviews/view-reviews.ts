import type { AnswerTo } from '../../services/cloud'
import { formatDay, formatMoment } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { adjustmentReasons, sayDirection } from '../../services/say-adjustment'
import { sources } from '../../services/say-source'

type Review = AnswerTo<'manager', 'reviews'>['reviews'][number]
type Proposal = AnswerTo<'manager', 'proposals'>['proposals'][number]
type Adjustment = Extract<Proposal, { kind: 'adjustment' }>

/** By name where he gave one, otherwise by the end of his number, as he reads it out. */
const nameMember = (member: string, name: string | null): string => name ?? `会员 …${member.slice(-4)}`

/** One thing to say yes or no to: points beyond a cap, or an adjustment beyond a limit. */
export interface Waiting {
  id: string
  kind: 'review' | 'adjustment'
  member: string
  who: string
  /** `+300` or `−300`. */
  points: string
  tone: 'good' | 'bad'
  what: string
  /** Where and when, or by whom and when. */
  from: string
  tag: string
  /** Why the one who asks cannot decide; empty when he can. */
  hands: string
}

export const viewReview = (review: Review): Waiting => ({
  id: review.pending,
  kind: 'review',
  member: review.member,
  who: nameMember(review.member, review.name),
  points: `+${formatPoints(review.points)}`,
  tone: 'good',
  what: review.about,
  from: `${review.branchName ?? '不在门店'} · ${formatDay(review.since)} · 现有 ${formatPoints(review.balance)}`,
  tag: `${sources[review.source]}超出当日上限`,
  hands: review.own ? '这是你自己的积分，要由别人确认' : '',
})

export const viewAdjustment = (proposal: Adjustment): Waiting => ({
  id: proposal.id,
  kind: 'adjustment',
  member: proposal.member,
  who: nameMember(proposal.member, null),
  points: sayDirection(proposal.direction, proposal.points),
  tone: proposal.direction === 'give' ? 'good' : 'bad',
  what: `${adjustmentReasons[proposal.reason]}：${proposal.note}`,
  from: `${proposal.proposedBy ?? ''}提出 · ${formatMoment(proposal.createdAt)}`,
  tag: '调整等第二人同意',
  hands: proposal.mine ? '你提出的，要由别人同意' : proposal.own ? '这是你自己的积分，要由别人同意' : '',
})

export const viewWaiting = (reviews: readonly Review[], proposals: readonly Proposal[]): Waiting[] => [
  ...proposals.flatMap((one) => (one.kind === 'adjustment' ? [viewAdjustment(one)] : [])),
  ...reviews.map(viewReview),
]
