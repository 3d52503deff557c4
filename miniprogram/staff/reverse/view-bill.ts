import type { AnswerTo } from '../../services/cloud'
import { formatMoment } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'

export type Bill = AnswerTo<'cashier', 'findBills'>['bills'][number]
type Reversed = AnswerTo<'cashier', 'previewReversal'>

/** Why a bill cannot be taken back, if it cannot. */
function sayState({ left, amount, reversible }: Bill): string {
  if (left === 0) return '已全部退掉'
  if (!reversible) return '超过 90 天，不能再退'
  return left < amount ? `退过，还剩 ${formatYuan(left)}` : ''
}

/** A bill as a row to choose. */
export const viewBill = (bill: Bill) => ({
  bill: bill.bill,
  left: bill.left,
  amount: formatYuan(bill.amount),
  who: bill.memberName ?? '会员',
  when: `${formatMoment(bill.at)}${bill.billNo === null ? '' : ` · ${bill.billNo}`}`,
  state: sayState(bill),
  open: bill.left > 0 && bill.reversible,
  whole: formatYuan(bill.left),
})
export type BillView = ReturnType<typeof viewBill>

/** What it does, one sentence each, the worst for the guest included. */
export const viewReversal = ({
  points,
  lapsed,
  owed,
  balance,
  debt,
  left,
  unstamped,
  loweredTo,
}: Reversed) => ({
  points: formatPoints(points),
  balance: formatPoints(balance),
  notes: [
    left === 0 ? '这一单全部退掉，不再算一次消费' : `这一单还剩 ${formatYuan(left)}`,
    ...(lapsed > 0 ? [`其中 ${formatPoints(lapsed)} 积分早已过期，不再收`] : []),
    ...(owed > 0 ? [`有 ${formatPoints(owed)} 积分已经用掉，记为欠分，以后得的先抵`] : []),
    ...(debt > owed ? [`加上以前的，共欠 ${formatPoints(debt)} 积分`] : []),
    ...(unstamped ? ['剩下的不够集一枚，集杯 −1'] : []),
    ...(loweredTo === null ? [] : [`等级回到「${loweredTo}」`]),
  ],
})
export type ReversalView = ReturnType<typeof viewReversal>
