import { randomUUID } from 'node:crypto'
import { tillSignature } from '../../cloudfunctions/pos/check-signature'
import type { TillResult } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { openProduct, type Product } from '../open-product'

/** A Wednesday noon. */
export const NOON = new Date('2026-03-04T12:00:00+08:00')
export const secondsAfter = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

/** What a test may do otherwise than a correct till at noon. */
export interface Otherwise {
  branch?: string
  key?: string
  /** What the till's own clock says. */
  tillClock?: Date
  /** What ours says. */
  clock?: Date
  nonce?: string
  method?: string
  path?: string
  headers?: Record<string, string>
}

interface Guest {
  openid: string
  member: string
  seen(): Promise<{ balance: number; bills: number }>
}

export interface OpenTill extends Product {
  send(body: unknown, otherwise?: Otherwise): Promise<{ status: number; body: unknown }>
  /** The results of orders that must be answered. */
  results(orders: object[], otherwise?: Otherwise): Promise<TillResult[]>
  /** Somebody who joined this morning: 100 points, and 100 more with his first bill. */
  newMember(): Promise<Guest>
}

/** A till at the sample restaurant, speaking HTTP to the built function. */
export async function openTill(logs: string[] = []): Promise<OpenTill> {
  const product = await openProduct(logs)
  const keys = new Map((await product.branches()).map(({ _id, tillKey }): [string, string] => [_id, tillKey]))

  const send = async (body: unknown, otherwise: Otherwise = {}) => {
    const { branch = 'jingan', clock = NOON, tillClock = clock, nonce = randomUUID() } = otherwise
    const key = otherwise.key ?? keys.get(branch) ?? 'no key'
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const timestamp = String(Math.floor(tillClock.getTime() / 1000))
    const method = otherwise.method ?? 'POST'
    const response = await fetch(`${product.cloud.url}/http${otherwise.path ?? '/pos/orders'}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-branch': branch,
        'x-timestamp': timestamp,
        'x-nonce': nonce,
        'x-signature': tillSignature(key, timestamp, nonce, text),
        'x-local-clock': clock.toISOString(),
        ...otherwise.headers,
      },
      ...(method === 'GET' ? {} : { body: text }),
    })
    return { status: response.status, body: (await response.json()) as unknown }
  }

  const results = async (orders: object[], otherwise: Otherwise = {}): Promise<TillResult[]> => {
    const { status, body } = await send({ orders }, otherwise)
    if (status !== 200) throw new Error(`answered ${status} ${JSON.stringify(body)}`)
    return (body as { results: TillResult[] }).results
  }

  let members = 0
  const newMember = async () => {
    members += 1
    const openid = `till-guest-${members}`
    const { member } = await product.told(openid, 'member', 'join', { key: randomUUID() }, NOON)
    const seen = async () => {
      const ledger = await product.told(openid, 'points', 'ledger', {}, NOON)
      const bills = ledger.lines.filter(({ entry }) => entry.type === 'BillSettled')
      return { balance: ledger.balance, bills: bills.length }
    }
    return { openid, member, seen }
  }
  return { ...product, send, results, newMember }
}

interface Order {
  order_id: string
  paid_at: string
  amount_fen: number
  member?: string
}

let orders = 0
/** A bill of 32.50 yuan paid at noon. What a test sends wrongly is typed as if it were right. */
export function order(about: Partial<Record<keyof Order, unknown>> = {}): Order {
  orders += 1
  return { order_id: `T-${orders}`, paid_at: instantOf(NOON), amount_fen: 3250, ...about } as Order
}
