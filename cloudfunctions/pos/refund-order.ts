import type { BranchId, RefundResult, TillRefund } from '../../core/contract'
import { fen, points } from '../../core/domain/amounts'
import { accept, type Result } from '../../core/domain/result'
import { findBillByNumber } from '../../core/store/find-bill'
import { reverse } from '../../core/store/reverse'
import type { Env } from '../env'

/** What the member reads when the till gives no reason. */
const USUAL_REASON = '收银机退款'

/** One refund of one branch, taken back once however often it is sent. CAP-04, I8. */
export async function refundOrder(
  refund: TillRefund,
  branch: { id: BranchId },
  env: Env,
): Promise<RefundResult> {
  const { refund_id, order_id, amount_fen, reason = USUAL_REASON } = refund
  const no = (refusal: Extract<RefundResult, { ok: false }>['refusal']) => ({
    refund_id,
    ok: false as const,
    refusal,
  })
  const { claim, found } = await findBillByNumber(env.db, branch.id, order_id)
  // A guest who is no member has nothing to lose.
  if (claim?.member === null) return { refund_id, ok: true, points: points(0), balance: null, debt: null }
  if (found === null) return no('ORDER_NOT_FOUND')

  const command = {
    procedure: 'pos.refundOrder',
    // With the order's number, so that whatever a till numbers alike is never two members' command.
    key: `refund.${branch.id}.${order_id}:${refund_id}`,
    member: found.member,
    input: refund,
    beside: async (): Promise<Result<null, never>> => accept(null),
  }
  const reversal = { amount: fen(amount_fen), reason, by: null }
  const reversed = await reverse(env, command, found.settled, () => reversal)
  if (reversed.ok) {
    const { reversed: entry, balance, debt } = reversed.value
    return { refund_id, ok: true, points: entry.points, balance, debt }
  }
  return no(reversed.refusal === 'KEY_REUSED' ? 'REFUND_CHANGED' : reversed.refusal)
}
