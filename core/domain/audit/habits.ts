import type { BusinessDay, LedgerLine, MemberId } from '../../contract'
import { businessDayOf } from '../calendar'
import { type Finding, finding } from './finding'
import { CREDITS_A_DAY, LARGE_BALANCE, LARGE_CHANGE } from './thresholds'

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
  const byDay = new Map<BusinessDay, LedgerLine[]>()
  for (const line of bills) byDay.set(dayOf(line), [...(byDay.get(dayOf(line)) ?? []), line])
  return [...byDay].flatMap(([day, credited]) => {
    const [first] = credited
    if (first === undefined || credited.length <= CREDITS_A_DAY) return []
    const about = { subject: day, expected: CREDITS_A_DAY, found: credited.length, occasion: day }
    return [finding('OFTEN_CREDITED', first.member, `${first.member}.${day}`, about)]
  })
}

const dayOf = ({ at }: LedgerLine): BusinessDay => businessDayOf(new Date(at))

const recent = (lines: readonly LedgerLine[], since: BusinessDay) =>
  lines.filter((line) => dayOf(line) >= since)
