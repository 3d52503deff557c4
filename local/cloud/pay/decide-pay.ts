import { type PayOrder, type Refund, refundedOf, tradeStateOf } from './pay-order'
import { invalidRequest, PayRefusal } from './pay-refusal'
import type { OrderRequest, RefundRequest } from './read-pay-request'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** How long a `prepay_id` is good for calling the payment; asked again the order gets a new one. */
const PREPAY_MS = 2 * 60 * MINUTE
/** An order without an end of its own can be paid for seven days; the end may lie between a minute and 90 days ahead. */
const OPEN_MS = 7 * DAY
const expiryOf = (asked: number | null, now: number) =>
  asked === null ? now + OPEN_MS : Math.min(Math.max(asked, now + MINUTE), now + 90 * DAY)

/** The order as it stands after it was asked for; the same request again is the same order. */
export function decideOrder(
  known: PayOrder | undefined,
  asked: OrderRequest,
  newPrepayId: () => string,
  now: number,
): PayOrder {
  if (!known) {
    const { expiresAt, ...rest } = asked
    const prepay = { id: newPrepayId(), at: now }
    return { ...rest, createdAt: now, expiresAt: expiryOf(expiresAt, now), prepay, refunds: [], notices: [] }
  }
  if (known.paid) throw new PayRefusal(400, 'ORDERPAID', '该订单已支付')
  if (known.closedAt !== undefined) throw new PayRefusal(400, 'ORDER_CLOSED', '该订单已关闭')
  if (!isSameOrder(known, asked)) throw invalidRequest('请求重入时，参数与首次请求时不一致')
  return now - known.prepay.at < PREPAY_MS ? known : { ...known, prepay: { id: newPrepayId(), at: now } }
}

const isSameOrder = (known: PayOrder, asked: OrderRequest) =>
  (['appid', 'mchid', 'description', 'attach', 'notifyUrl', 'total', 'openid'] as const).every(
    (field) => known[field] === asked[field],
  ) &&
  (asked.expiresAt === null || expiryOf(asked.expiresAt, known.createdAt) === known.expiresAt)

/** Closing twice is closing once; what was paid is not closed. */
export function decideClose(order: PayOrder, now: number): PayOrder {
  if (order.paid) throw new PayRefusal(400, 'ORDERPAID', '该订单已支付')
  return order.closedAt === undefined ? { ...order, closedAt: now } : order
}

/** Why the payer cannot pay this order; null when he can. */
export function findHindrance(order: PayOrder, openid: string, prepayId: string, now: number): string | null {
  if (order.openid !== openid) return '支付者与下单用户不一致'
  const state = tradeStateOf(order)
  if (state !== 'NOTPAY') return state === 'CLOSED' ? '该订单已关闭' : '该订单已支付'
  if (now > order.expiresAt) return '订单已过期'
  return order.prepay.id === prepayId && now - order.prepay.at < PREPAY_MS ? null : '预支付交易会话已过期'
}

/** The refund that was asked for: the one of this number if there is one, never more than was paid. */
export function decideRefund(
  order: PayOrder,
  asked: RefundRequest,
  newRefundId: () => string,
  now: number,
): Refund {
  if (!order.paid) throw invalidRequest('订单未支付，不能退款')
  const known = order.refunds.find(({ outRefundNo }) => outRefundNo === asked.outRefundNo)
  if (known) {
    if (known.amount !== asked.amount || order.total !== asked.total)
      throw invalidRequest('订单金额或退款金额与之前请求不一致，请核实后再试')
    return known
  }
  if (asked.total !== order.total) throw invalidRequest('订单金额不一致，请核实后再试')
  const left = order.total - refundedOf(order)
  if (left === 0) throw invalidRequest('订单已全额退款')
  if (asked.amount > left) throw invalidRequest('退款金额大于可退金额')
  const { outRefundNo, amount, reason, notifyUrl } = asked
  const more = {
    ...(reason === undefined ? {} : { reason }),
    ...(notifyUrl === undefined ? {} : { notifyUrl }),
  }
  return { outRefundNo, refundId: newRefundId(), amount, createdAt: now, ...more }
}
