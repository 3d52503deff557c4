import { randomUUID } from 'node:crypto'
import { ORDERS_PATH, tillSignature } from '../../cloudfunctions/pos/check-signature'
import type { TillOrder, TillResult } from '../../core/contract'

export interface Till {
  /** Address of the cloud. */
  url: string
  branch: string
  key: string
}

/** Send paid orders as a till does. `at` is the moment it does so, by the till's own clock. */
export async function sendOrders(
  { url, branch, key }: Till,
  orders: (Omit<TillOrder, 'amount_fen'> & { amount_fen: number })[],
  at?: Date,
): Promise<TillResult[]> {
  const body = JSON.stringify({ orders })
  const timestamp = String(Math.floor((at?.getTime() ?? Date.now()) / 1000))
  const nonce = randomUUID()
  const response = await fetch(`${url}/http${ORDERS_PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-branch': branch,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': tillSignature(key, timestamp, nonce, body),
      ...(at === undefined ? {} : { 'x-local-clock': at.toISOString() }),
    },
    body,
  })
  if (!response.ok) throw new Error(`the till was answered ${response.status}: ${await response.text()}`)
  return ((await response.json()) as { results: TillResult[] }).results
}
