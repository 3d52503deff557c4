import { invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { type Notice, type PayOrder, type Refund, refundedOf, tradeStateOf } from './pay-order'
import type { PayDesk } from './pay-routes'

/** An order as it is shown to whoever looks from outside. Instants in ISO form, money in fen. */
function writePayment(order: PayOrder) {
  const { outTradeNo, description, openid, total, createdAt, paid, refunds, notices } = order
  return {
    outTradeNo,
    description,
    openid,
    total,
    refunded: refundedOf(order),
    state: tradeStateOf(order),
    at: iso(paid?.at ?? createdAt),
    refunds: refunds.map(writeRefund),
    notices: notices.map(writeNotice),
  }
}

const iso = (at: number) => new Date(at).toISOString()

const writeRefund = ({ outRefundNo, amount, reason, createdAt, settledAt }: Refund) => ({
  outRefundNo,
  amount,
  reason: reason ?? null,
  at: iso(createdAt),
  settled: settledAt !== undefined,
})

const writeNotice = ({ id, event, attempts, dueAt }: Notice) => ({
  id,
  event,
  attempts: attempts.map(({ at, ...rest }) => ({ at: iso(at), ...rest })),
  dueAt: dueAt === null ? null : iso(dueAt),
})

/** Oldest first; null where there is no WeChat Pay. */
export const writePayments = (desk: PayDesk | null) =>
  desk === null ? null : desk.pay.settings.orders.list().map(writePayment)

/** Which notice is to be sent once more. */
export function readCommand(desk: PayDesk | null, { tell }: Doc): { outTradeNo: string; noticeId: string } {
  const order = desk?.pay.settings.orders.list().find(({ notices }) => notices.some(({ id }) => id === tell))
  if (!order) throw invalidParam('tell is the id of a notice')
  return { outTradeNo: order.outTradeNo, noticeId: String(tell) }
}
