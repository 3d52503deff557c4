import type { AnswerTo } from '../../services/cloud'
import { formatDay, formatMoment } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { correctionReasons, formatShown } from '../../services/say-correction'
import { type Alarm, alarmWords } from './say-alarm'

export type Alarms = AnswerTo<'manager', 'alarms'>
type Proposal = AnswerTo<'manager', 'proposals'>['proposals'][number]
export type Correction = Extract<Proposal, { kind: 'correction' }>

const SEVERITIES: Record<Alarm['severity'], { rank: number; tag: string; tone: string }> = {
  urgent: { rank: 0, tag: '尽快处理', tone: 'bad' },
  warning: { rank: 1, tag: '留意', tone: 'warn' },
  notice: { rank: 2, tag: '知悉', tone: 'good' },
}

/** A member by the end of his number, as he reads it out. */
const nameMember = (member: string): string => `会员 …${member.slice(-4)}`

/** An alarm in words: what, about whom, since when, how often. */
function viewAlarm(alarm: Alarm) {
  const { id, kind, severity, member, firstSeen, times, acknowledgedBy } = alarm
  const { title, say } = alarmWords[kind]
  const { tag, tone } = SEVERITIES[severity]
  return {
    id,
    title,
    tag,
    tone,
    what: say(alarm),
    where: member === null ? '' : nameMember(member),
    since: `${formatMoment(firstSeen)} 起${times > 1 ? ` · ${times} 次` : ''}`,
    seenBy: acknowledgedBy === null ? '' : `${acknowledgedBy}已看过`,
  }
}
export type AlarmView = ReturnType<typeof viewAlarm>

/** The gravest first; among equals as they came, which is newest first. */
const gravestFirst = (one: Alarm, other: Alarm): number =>
  SEVERITIES[one.severity].rank - SEVERITIES[other.severity].rank

export const viewAlarms = (alarms: readonly Alarm[]) => ({
  open: alarms
    .filter(({ status }) => status === 'open')
    .sort(gravestFirst)
    .map(viewAlarm),
  seen: alarms.filter(({ status }) => status === 'acknowledged').map(viewAlarm),
})

/** When the books were last looked through. */
export function sayAudit({ audit, today }: Pick<Alarms, 'audit' | 'today'>): string {
  if (audit === null) return '还没有核对过，今晚会自动开始'
  const count = `${formatPoints(audit.members)} 位会员`
  return audit.day === today ? `昨夜核对 ${count}` : `${formatDay(audit.day)}核对 ${count}，之后还没有核对`
}

interface Change {
  label: string
  before: string
  after: string
}

const orUnread = (amount: number | null): string => (amount === null ? '读不出' : formatYuan(amount))

/** Adjustments stand on a page of their own. */
export const viewProposals = (proposals: readonly Proposal[]): ProposalView[] =>
  proposals.flatMap((one) => (one.kind === 'correction' ? [viewProposal(one)] : []))

export function viewProposal({ id, member, reason, before, after, proposedBy, mine, createdAt }: Correction) {
  const changes: Change[] = [
    { label: '积分', before: formatShown(before.balance), after: formatShown(after.balance) },
    { label: '成长值', before: orUnread(before.qualifyingSpend), after: orUnread(after.qualifyingSpend) },
    { label: '账单数', before: formatShown(before.bills), after: formatShown(after.bills) },
    { label: '集杯', before: formatShown(before.stamps), after: formatShown(after.stamps) },
    { label: '等级', before: before.tier ?? '无', after: after.tier ?? '无' },
  ]
  return {
    id,
    who: nameMember(member),
    reason: correctionReasons[reason],
    by: `${proposedBy ?? '夜间核对'} · ${formatMoment(createdAt)}`,
    mine,
    // The points are always told, even when they stay: that is what everybody asks first.
    changes: changes.filter(({ before: was, after: is }, index) => index === 0 || was !== is),
  }
}
export type ProposalView = ReturnType<typeof viewProposal>
