import type { TillResult } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import type { Till } from '../restaurant/till'
import { sendOrders } from '../restaurant/till'
import type { Receipt } from './read-orders'
import { mayPass, tryAgain } from './try-again'

/**
 * One receipt in a request of its own, signed and received at the moment it was paid; again, under
 * a new nonce, as a till does it, when that may help.
 */
export function sendReceipt(till: Till, receipt: Receipt, member: string | null): Promise<TillResult> {
  const { orderId, at, amount } = receipt
  const order = {
    order_id: orderId,
    paid_at: instantOf(at),
    amount_fen: amount,
    ...(member === null ? {} : { member }),
  }
  const send = async () => {
    const [result] = await sendOrders(till, [order], at)
    if (result === undefined) throw new Error(`order ${orderId} was not answered`)
    return result
  }
  return tryAgain(send, (result) => !result.ok && mayPass(result.refusal))
}
