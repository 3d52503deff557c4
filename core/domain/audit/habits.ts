import type { BusinessDay, LedgerLine, MemberId } from '../../contract'
import { addDays, businessDayOf } from '../calendar'
import { groupBy } from '../group-by'
import { type Finding, finding } from './finding'
import {
  CREDITS_A_DAY,
  LARGE_BALANCE,
  LARGE_CHANGE,
  ROUND_MS,
  ROUNDS_A_WEEK,
  SMALL_REFUND,
} from './thresholds'

export function largeBalance(member: MemberId, balance: number): Finding[] {
  return balance > LARGE_BALANCE
    ? [finding('LARGE_BALANCE', member, member, { expected: LARGE_BALANCE, found: balance })]
    : []
}

/** Lines written since a day that move more than a banquet does. A correction was looked at already. */
export const largeChanges = (lines: readonly LedgerLine[], since: BusinessDay): Finding[] =>
  recent(lines, since)
    .filter(({ delta, kind }) => Math.abs(delta) > LARGE_CHANGE && kind !== 'expire' && kind !== 'correction')
    .map(({ id, member, delta, at }) =>
      finding('LARGE_CHANGE', member, id, { expected: LARGE_CHANGE, found: delta, occasion: at }),
    )

/** Days since a day on which somebody was credited more often than anybody eats. */
export function oftenCredited(lines: readonly LedgerLine[], since: BusinessDay): Finding[] {
  const bills = recent(lines, since).filter(({ entry }) => entry.type === 'BillSettled')
  return [...groupBy(bills, dayOf)].flatMap(([day, credited]) => {
    const [first] = credited
    if (first === undefined || credited.length <= CREDITS_A_DAY) return []
    const about = { subject: day, expected: CREDITS_A_DAY, found: credited.length, occasion: day }
    return [finding('OFTEN_CREDITED', first.member, `${first.member}.${day}`, about)]
  })
}

/**
 * Small refunds again and again, each with a bill right after it: that is how somebody passes one threshold twice. Told
 * for each day since a day that has such a round, when the week up to it has more of them than bad luck. RISK-02.
 */
export function refundRounds(lines: readonly LedgerLine[], since: BusinessDay): Finding[] {
  const rounds = roundsOf(lines)
  const days = [...new Set(rounds.map(dayOf))].filter((day) => day >= since)
  return days.flatMap((day) => {
    const week = rounds.filter((line) => dayOf(line) > addDays(day, -7) && dayOf(line) <= day)
    const [first] = week
    if (first === undefined || week.length <= ROUNDS_A_WEEK) return []
    const about = { subject: day, expected: ROUNDS_A_WEEK, found: week.length, occasion: day }
    return [finding('REFUND_ROUNDS', first.member, `${first.member}.${day}`, about)]
  })
}

/** Bills that followed a small refund within the hour. Several refunds before one bill are one round. */
function roundsOf(lines: readonly LedgerLine[]): LedgerLine[] {
  let refundedAt = Number.NEGATIVE_INFINITY
  return lines.filter(({ entry, at }) => {
    const now = Date.parse(at)
    if (entry.type === 'BillReversed' && entry.amount < SMALL_REFUND) refundedAt = now
    if (entry.type !== 'BillSettled') return false
    const isRound = now - refundedAt <= ROUND_MS
    refundedAt = Number.NEGATIVE_INFINITY
    return isRound
  })
}

const dayOf = ({ at }: LedgerLine): BusinessDay => businessDayOf(new Date(at))

const recent = (lines: readonly LedgerLine[], since: BusinessDay) =>
  lines.filter((line) => dayOf(line) >= since)
