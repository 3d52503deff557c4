import { randomUUID } from 'node:crypto'
import { ORDERS_PATH, tillSignature } from '../../cloudfunctions/pos/check-signature'
import type { RefundResult, TillOrder, TillRefund, TillResult } from '../../core/contract'

export interface Till {
  /** Address of the cloud. */
  url: string
  branch: string
  key: string
}

type Plain<T> = Omit<T, 'amount_fen'> & { amount_fen: number }
interface Request {
  orders?: Plain<TillOrder>[]
  refunds?: Plain<TillRefund>[]
}
interface Answer {
  results: TillResult[]
  refunds?: RefundResult[]
}

/** Send paid orders as a till does. */
export const sendOrders = async (till: Till, orders: Plain<TillOrder>[], at?: Date): Promise<TillResult[]> =>
  (await sendToHouse(till, { orders }, at)).results

/** Send what a till has to tell. `at` is the moment it does so, by the till's own clock. */
export async function sendToHouse({ url, branch, key }: Till, request: Request, at?: Date): Promise<Answer> {
  const body = JSON.stringify(request)
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
  return (await response.json()) as Answer
}
