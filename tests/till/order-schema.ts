import { join } from 'node:path'
import * as z from 'zod'
import { TillOrder, TillRefund, TillRequest } from '../../core/contract/pos'

export const SCHEMA_FILE = join(__dirname, '../../docs/till-orders.schema.json')

/** What a till may send as a JSON schema, for those who write tills. Made from what is checked. */
export function orderSchema(): object {
  const metadata = z.registry<{ id?: string; description: string }>()
  const { order_id, paid_at, amount_fen, member } = TillOrder.shape
  metadata
    .add(TillOrder, { id: 'order', description: 'One paid bill.' })
    .add(order_id, { description: "The till's number of the bill, unique in its branch." })
    .add(paid_at, { description: 'When it was paid, with the zone: 2026-11-21T19:30:00+08:00.' })
    .add(amount_fen, { description: 'What was paid, in fen. 0 is accepted and earns nothing.' })
    .add(member, { description: 'Member code or member number; left out for a guest who is no member.' })
  const { refund_id, reason } = TillRefund.shape
  metadata
    .add(TillRefund, { id: 'refund', description: 'What was paid back of an order.' })
    .add(refund_id, { description: "The till's number of the refund, unique for its order." })
    .add(TillRefund.shape.amount_fen, { description: 'What was paid back, in fen.' })
    .add(reason, { description: 'What the member reads.' })
  const schema = z.toJSONSchema(TillRequest, { io: 'input', metadata })
  return { title: 'Body of POST /pos/orders', ...schema }
}
