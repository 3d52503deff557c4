import * as z from 'zod'
import { BillNo, CodeText, Instant, Points, Reason, TillAmount } from './primitives'

/** One paid bill as a till reports it. Field names are the till's: snake case. POS-01. */
export const TillOrder = z.strictObject({
  order_id: BillNo,
  /** When it was paid, with its zone: `2026-11-21T19:30:00+08:00`. */
  paid_at: Instant,
  /** Paid amount in fen. 0 is accepted and earns nothing. */
  amount_fen: TillAmount,
  /** The member code the guest showed, or his member number. Absent for a guest who is no member. */
  member: CodeText.optional(),
})
export type TillOrder = z.infer<typeof TillOrder>

/** A part of an order, or all of it, that was paid back. CAP-04. */
export const TillRefund = z.strictObject({
  /** The till's own number of the refund, unique for its order. */
  refund_id: BillNo.clone(),
  order_id: BillNo,
  /** What was paid back, in fen. */
  amount_fen: TillAmount.min(1),
  /** What the member reads. */
  reason: Reason.optional(),
})
export type TillRefund = z.infer<typeof TillRefund>

/** Orders, and refunds, in one request. */
const LARGEST_BATCH = 100

export const TillRequest = z.union([
  TillOrder,
  z.strictObject({
    orders: z.array(TillOrder).min(1).max(LARGEST_BATCH),
    refunds: z.array(TillRefund).min(1).max(LARGEST_BATCH).optional(),
  }),
  z.strictObject({ refunds: z.array(TillRefund).min(1).max(LARGEST_BATCH) }),
])

export const TillRefusal = z.enum([
  'MEMBER_NOT_FOUND',
  'MEMBER_BARRED',
  'CODE_NOT_UNDERSTOOD',
  'CODE_EXPIRED',
  'CODE_USED',
  'CODE_FROM_ANOTHER_RESTAURANT',
  'PAID_AT_OUT_OF_RANGE',
  'ORDER_CHANGED',
  'BILL_ALREADY_SETTLED',
  'BUSY',
  'INTERNAL',
])
export type TillRefusal = z.infer<typeof TillRefusal>

export const TillResult = z.discriminatedUnion('ok', [
  z.object({ order_id: z.string(), ok: z.literal(true), points: Points, balance: Points.nullable() }),
  z.object({ order_id: z.string(), ok: z.literal(false), refusal: TillRefusal }),
])
export type TillResult = z.infer<typeof TillResult>

const RefundRefusal = z.enum([
  'ORDER_NOT_FOUND',
  'BILL_TOO_OLD',
  'MORE_THAN_BILL_CARRIES',
  'REFUND_CHANGED',
  'BUSY',
  'INTERNAL',
])

export const RefundResult = z.discriminatedUnion('ok', [
  z.object({
    refund_id: z.string(),
    ok: z.literal(true),
    /** Taken back. */
    points: Points,
    balance: Points.nullable(),
    /** What he owes then, because he had used them. */
    debt: Points.nullable(),
  }),
  z.object({ refund_id: z.string(), ok: z.literal(false), refusal: RefundRefusal }),
])
export type RefundResult = z.infer<typeof RefundResult>

/** Why a whole request is refused, with its HTTP status. */
export const TILL_STATUS = {
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BAD_SIGNATURE: 401,
  STALE_TIMESTAMP: 401,
  NONCE_REUSED: 409,
  INTERNAL: 500,
} as const
