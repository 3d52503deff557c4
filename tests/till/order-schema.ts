import { join } from 'node:path'
import * as z from 'zod'
import { TillOrder, TillRequest } from '../../core/contract/pos'

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
  const schema = z.toJSONSchema(TillRequest, { io: 'input', metadata })
  return { title: 'Body of POST /pos/orders', ...schema }
}
