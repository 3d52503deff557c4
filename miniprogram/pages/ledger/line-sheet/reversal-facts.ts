import { formatDay } from '../../../services/format-day'
import { formatPoints } from '../../../services/format-points'
import { formatYuan } from '../../../services/format-yuan'
import type { Line } from '../../../services/present-line'
import type { Fact } from './present-detail'
import { stampFacts } from './stamp-facts'

type BillReversed = Extract<Line['entry'], { type: 'BillReversed' }>

/** Which bill, why, and what became of its points: told in full, because it takes something away. */
export function reversalFacts(entry: BillReversed): Fact[] {
  const { reason, paidOn, bill, left, points, lapsed, owed, by, branchName } = entry
  return [
    { label: '原因', value: reason },
    { label: '哪一单', value: `${formatDay(paidOn)} ${branchName}${isTillNumber(bill) ? ` ${bill}` : ''}` },
    { label: '这一单', value: left === 0 ? '全部退了' : `还剩 ${formatYuan(left)}` },
    { label: '收回', value: `${formatPoints(points)} 积分` },
    ...laterFact(entry),
    ...(lapsed === 0 ? [] : [{ label: '已过期', value: `${formatPoints(lapsed)} 积分，不再收` }]),
    ...stampFacts(entry),
    ...(owed === 0 ? [] : [{ label: '记为欠分', value: `${formatPoints(owed)} 积分，以后得的先抵` }]),
    { label: '经手', value: by ?? '收银机' },
  ]
}

/** What of them had waited and come after the bill. */
function laterFact({ later = [] }: BillReversed): Fact[] {
  const came = later.reduce((sum, { points }) => sum + points, 0)
  return came === 0 ? [] : [{ label: '其中', value: `${formatPoints(came)} 积分是后来到账的` }]
}

/** Without a till's number a bill is named by the key of its command, which tells a guest nothing. */
export function isTillNumber(bill: string): boolean {
  return !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(bill)
}
