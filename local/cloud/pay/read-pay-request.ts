import { type Doc, isPlain } from '../engine/document'
import { wrongParameter } from './pay-refusal'

/** What a merchant asks for when he places an order. Money in fen, instants in milliseconds. */
export interface OrderRequest {
  appid: string
  mchid: string
  description: string
  outTradeNo: string
  attach?: string
  notifyUrl: string
  total: number
  openid: string
  expiresAt: number | null
}

export interface RefundRequest {
  outTradeNo?: string
  transactionId?: string
  outRefundNo: string
  reason?: string
  notifyUrl?: string
  amount: number
  total: number
}

/** WeChat counts a price in fen and takes at most a million yuan in one order. */
const MOST_FEN = 100_000_000
const TRADE_NO = /^[\w\-|*]{6,32}$/
const REFUND_NO = /^[\w\-|*@]{1,64}$/

function text(body: Doc, name: string, most: number, pattern?: RegExp): string {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw wrongParameter(`缺少必填参数 ${name}`)
  if (Buffer.byteLength(value) > most || (pattern && !pattern.test(value)))
    throw wrongParameter(`参数 ${name} 不合法`)
  return value
}

const optional = (body: Doc, name: string, most: number, pattern?: RegExp): string | undefined =>
  body[name] === undefined ? undefined : text(body, name, most, pattern)

function part(body: Doc, name: string): Doc {
  const value = body[name]
  if (!isPlain(value)) throw wrongParameter(`缺少必填参数 ${name}`)
  return value
}

function fen(body: Doc, name: string): number {
  const value = body[name]
  if (!Number.isSafeInteger(value) || (value as number) < 1 || (value as number) > MOST_FEN)
    throw wrongParameter(`参数 amount.${name} 不合法`)
  return value as number
}

function inYuan(amount: Doc): Doc {
  if ((amount.currency ?? 'CNY') !== 'CNY') throw wrongParameter('参数 amount.currency 不合法')
  return amount
}

/** With the time zone, as the interface wants it. */
function instant(body: Doc, name: string): number | null {
  const given = optional(body, name, 64, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)
  if (given === undefined) return null
  const at = Date.parse(given)
  if (Number.isNaN(at)) throw wrongParameter(`参数 ${name} 不合法`)
  return at
}

const withDefined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

export function readOrderRequest(body: Doc): OrderRequest {
  return {
    appid: text(body, 'appid', 32),
    mchid: text(body, 'mchid', 32),
    description: text(body, 'description', 127),
    outTradeNo: text(body, 'out_trade_no', 32, TRADE_NO),
    notifyUrl: text(body, 'notify_url', 255),
    total: fen(inYuan(part(body, 'amount')), 'total'),
    openid: text(part(body, 'payer'), 'openid', 128),
    expiresAt: instant(body, 'time_expire'),
    ...withDefined({ attach: optional(body, 'attach', 128) }),
  }
}

export function readRefundRequest(body: Doc): RefundRequest {
  const amount = inYuan(part(body, 'amount'))
  const outTradeNo = optional(body, 'out_trade_no', 32, TRADE_NO)
  const transactionId = optional(body, 'transaction_id', 32)
  if (outTradeNo === undefined && transactionId === undefined)
    throw wrongParameter('transaction_id 与 out_trade_no 必填其一')
  return {
    outRefundNo: text(body, 'out_refund_no', 64, REFUND_NO),
    amount: fen(amount, 'refund'),
    total: fen(amount, 'total'),
    ...withDefined({
      outTradeNo,
      transactionId,
      reason: optional(body, 'reason', 80),
      notifyUrl: optional(body, 'notify_url', 255),
    }),
  }
}
