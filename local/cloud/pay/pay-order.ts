/** One order at WeChat Pay and everything that became of it. Instants in milliseconds, money in fen. */
export interface PayOrder {
  outTradeNo: string
  appid: string
  mchid: string
  description: string
  attach?: string
  notifyUrl: string
  total: number
  openid: string
  createdAt: number
  expiresAt: number
  prepay: { id: string; at: number }
  paid?: { at: number; transactionId: string }
  closedAt?: number
  refunds: Refund[]
  notices: Notice[]
}

export interface Refund {
  outRefundNo: string
  refundId: string
  /** Fen of the order's total. */
  amount: number
  reason?: string
  notifyUrl?: string
  createdAt: number
  settledAt?: number
}

/** Something the merchant is told, again and again until he says that he heard it. */
export interface Notice {
  id: string
  event: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS'
  url: string
  createdAt: number
  /** What is in it, before it is encrypted. */
  resource: object
  attempts: { at: number; heard: string; ok: boolean }[]
  /** When it is sent next; null when it was heard or given up. */
  dueAt: number | null
}

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'

export function tradeStateOf({ paid, closedAt, refunds }: PayOrder): TradeState {
  if (paid) return refunds.length > 0 ? 'REFUND' : 'SUCCESS'
  return closedAt === undefined ? 'NOTPAY' : 'CLOSED'
}

export const refundedOf = ({ refunds }: PayOrder) => refunds.reduce((sum, { amount }) => sum + amount, 0)

const STATES: Record<TradeState, string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  REFUND: '订单发生过退款，退款详情请查询退款单',
}

/** As WeChat writes an instant: by the clock of Beijing, to the second. */
export const wallTime = (at: number) => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** An order as its query and its notification tell it. */
export function writeTransaction(order: PayOrder): object {
  const { appid, mchid, outTradeNo, attach, openid, total, paid } = order
  const state = tradeStateOf(order)
  const about = {
    appid,
    mchid,
    out_trade_no: outTradeNo,
    trade_state: state,
    trade_state_desc: STATES[state],
  }
  if (!paid) return { ...about, payer: {}, amount: { total, currency: 'CNY' } }
  return {
    ...about,
    transaction_id: paid.transactionId,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    attach: attach ?? '',
    success_time: wallTime(paid.at),
    payer: { openid },
    amount: { total, payer_total: total, currency: 'CNY', payer_currency: 'CNY' },
  }
}

const RECEIVED_BY = '支付用户零钱'

/** A refund as its request and its query tell it. */
export function writeRefund(order: PayOrder, refund: Refund): object {
  const { amount, settledAt } = refund
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: order.paid?.transactionId,
    out_trade_no: order.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: RECEIVED_BY,
    create_time: wallTime(refund.createdAt),
    ...(settledAt === undefined ? {} : { success_time: wallTime(settledAt) }),
    status: settledAt === undefined ? 'PROCESSING' : 'SUCCESS',
    funds_account: 'AVAILABLE',
    amount: {
      total: order.total,
      refund: amount,
      from: [],
      payer_total: order.total,
      payer_refund: amount,
      settlement_refund: amount,
      settlement_total: order.total,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  }
}

/** A refund as its notification tells it, in other words than its query. */
export const writeRefundNotice = (order: PayOrder, refund: Refund): object => ({
  mchid: order.mchid,
  out_trade_no: order.outTradeNo,
  transaction_id: order.paid?.transactionId,
  out_refund_no: refund.outRefundNo,
  refund_id: refund.refundId,
  refund_status: 'SUCCESS',
  success_time: wallTime(refund.settledAt ?? refund.createdAt),
  user_received_account: RECEIVED_BY,
  amount: {
    total: order.total,
    refund: refund.amount,
    payer_total: order.total,
    payer_refund: refund.amount,
  },
})
