import type { HttpEvent } from '../../cloudfunctions/pos/http'
import type { Contract, MemberId, TillOrder, TillRefund } from '../../core/contract'

export type ProcedureName = { [N in keyof Contract]: `${N}.${keyof Contract[N] & string}` }[keyof Contract]

/** Everything that can be asked of the product. A new procedure has no place in the tables until it is here. */
export type Asked = ProcedureName | 'pos.orders' | 'jobs.tick'

/** What somebody asks: a phone, a till or the timer. */
export interface Question {
  asked: Asked
  /** Who asks; null for the till and the timer. */
  who: MemberId | null
  input: Record<string, unknown>
  /** For a till: what goes over the wire, and what is in it. */
  http?: HttpEvent
  branch?: string
  orders?: TillOrder[]
  refunds?: TillRefund[]
  /** He has no right to what he asks: nothing may come of it. F9. */
  hostile?: true
}

export const keyOf = ({ input }: Question): string | null =>
  typeof input.key === 'string' ? input.key : null

/** The key under which an order of a till is kept. */
export const orderKey = (branch: string, order: string): string => `bill.${branch}.${order}`

/** The key under which a refund of a till is kept: a number stands for its order only. */
export const refundKey = (
  branch: string,
  { order_id, refund_id }: { order_id: string; refund_id: string },
): string => `refund.${branch}.${order_id}:${refund_id}`

/** The same body under the same key is the same command. */
export const bodyOf = (question: Question): string =>
  `${question.asked} ${question.who} ${JSON.stringify(question.input)}`
