import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { decideClose, decideOrder, decideRefund, findHindrance } from './decide-pay'
import type { KeptOrders } from './kept-orders'
import type { PayKeys } from './pay-keys'
import {
  type Notice,
  type PayOrder,
  type Refund,
  wallTime,
  writeRefundNotice,
  writeTransaction,
} from './pay-order'
import { PayRefusal, wrongParameter } from './pay-refusal'
import type { OrderRequest, RefundRequest } from './read-pay-request'
import { isPaymentSigned, type PaymentCall } from './sign-pay'

interface Merchant {
  mchid: string
  appid: string
  /** As the payer reads it. */
  name: string
}

export interface PaySettings {
  merchant: Merchant
  keys: PayKeys
  orders: KeptOrders
  /** Where a notification to this address is sent from here; null when it cannot be reached. */
  reach(url: string): string | null
}

/** WeChat Pay for one merchant: orders, payments, refunds, and what the merchant has to be told of them. */
export class WechatPay {
  constructor(readonly settings: PaySettings) {}

  place(asked: OrderRequest, now: number): PayOrder {
    const { merchant, orders } = this.settings
    if (asked.mchid !== merchant.mchid)
      throw wrongParameter('http header中的mchid与post payload中的mchid不匹配')
    if (asked.appid !== merchant.appid)
      throw new PayRefusal(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配，请检查后再试')
    this.#checkReach(asked.notifyUrl)
    const known = orders.find(asked.outTradeNo)
    const order = decideOrder(known, asked, () => newPrepayId(now), now)
    return order === known ? order : orders.save(order)
  }

  close(outTradeNo: string, now: number) {
    const order = this.find(outTradeNo)
    const closed = decideClose(order, now)
    if (closed !== order) this.settings.orders.save(closed)
  }

  find(outTradeNo: string): PayOrder {
    return found(this.settings.orders.find(outTradeNo))
  }

  ofTransaction(id: string): PayOrder {
    return found(this.settings.orders.ofTransaction(id))
  }

  refund(asked: RefundRequest, now: number): { order: PayOrder; refund: Refund } {
    const { outTradeNo, transactionId, notifyUrl } = asked
    const { orders } = this.settings
    const order =
      transactionId === undefined ? orders.find(outTradeNo ?? '') : orders.ofTransaction(transactionId)
    if (!order) throw new PayRefusal(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
    const elsewhere = orders.ofRefund(asked.outRefundNo)
    if (elsewhere && elsewhere.outTradeNo !== order.outTradeNo)
      throw new PayRefusal(400, 'INVALID_REQUEST', '商户退款单号已用于其他订单')
    if (notifyUrl !== undefined) this.#checkReach(notifyUrl)
    const refund = decideRefund(order, asked, newRefundId, now)
    if (order.refunds.includes(refund)) return { order, refund }
    return { order: orders.save({ ...order, refunds: [...order.refunds, refund] }), refund }
  }

  refundOf(outRefundNo: string): { order: PayOrder; refund: Refund } {
    const order = this.settings.orders.ofRefund(outRefundNo)
    const refund = order?.refunds.find((each) => each.outRefundNo === outRefundNo)
    if (!order || !refund) throw new PayRefusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
    return { order, refund }
  }

  /** What the payer is shown before he agrees, or why there is nothing to pay. */
  show(call: PaymentCall, openid: string, now: number): { order: PayOrder } | { hindrance: string } {
    const { merchant, keys, orders } = this.settings
    const prepayId = /^prepay_id=(\w+)$/.exec(call.package)?.[1] ?? ''
    if (!isPaymentSigned(call, merchant.appid, keys)) return { hindrance: '支付验证签名失败' }
    const order = orders.ofPrepay(prepayId)
    if (!order) return { hindrance: '支付验证失败：prepay_id 不存在' }
    const hindrance = findHindrance(order, openid, prepayId, now)
    return hindrance === null ? { order } : { hindrance }
  }

  /** He agreed. The merchant is told by the notice that stands in the order from now on. */
  pay(call: PaymentCall, openid: string, now: number): { order: PayOrder } | { hindrance: string } {
    const shown = this.show(call, openid, now)
    if ('hindrance' in shown) return shown
    const paid = { ...shown.order, paid: { at: now, transactionId: newTransactionId(now) } }
    const notice = newNotice('TRANSACTION.SUCCESS', paid.notifyUrl, writeTransaction(paid), now)
    return { order: this.settings.orders.save({ ...paid, notices: [...paid.notices, notice] }) }
  }

  /** Refunds that were on their way arrive, and where an address was given the merchant is told. */
  settleRefunds(order: PayOrder, now: number): PayOrder {
    const due = order.refunds.filter(({ settledAt }) => settledAt === undefined)
    if (due.length === 0) return order
    const settled = due.map((refund) => ({ ...refund, settledAt: now }))
    const refunds = order.refunds.map(
      (each) => settled.find(({ refundId }) => refundId === each.refundId) ?? each,
    )
    const after = { ...order, refunds }
    const told = settled.flatMap((refund) =>
      refund.notifyUrl === undefined
        ? []
        : [newNotice('REFUND.SUCCESS', refund.notifyUrl, writeRefundNotice(after, refund), now)],
    )
    return this.settings.orders.save({ ...after, notices: [...order.notices, ...told] })
  }

  #checkReach(url: string) {
    if (this.settings.reach(url) === null)
      throw wrongParameter('参数 notify_url 不合法：须为 https 且不带参数，或本机地址')
  }
}

function found(order: PayOrder | undefined): PayOrder {
  if (!order) throw new PayRefusal(404, 'ORDER_NOT_EXIST', '订单不存在')
  return order
}

const newNotice = (event: Notice['event'], url: string, resource: object, now: number): Notice => ({
  id: randomUUID(),
  event,
  url,
  createdAt: now,
  resource,
  attempts: [],
  dueAt: now,
})

const day = (now: number) => wallTime(now).slice(0, 10).replaceAll('-', '')
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
const newPrepayId = (now: number) => `wx${day(now)}${randomBytes(13).toString('hex')}`
const newTransactionId = (now: number) => `420000${digits(4)}${day(now)}${digits(10)}`
const newRefundId = () => `5030${digits(25)}`
