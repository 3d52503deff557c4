import type * as z from 'zod'
import type { RefundResult, TillOrder, TillRefund, TillResult } from '../../core/contract'
import { TILL_STATUS, TillRequest } from '../../core/contract/pos'
import { groupBy } from '../../core/domain/group-by'
import type { Call } from '../../core/domain/health'
import { cloudEnv, type Env } from '../env'
import { measure } from '../meter'
import { attend } from '../serve'
import { checkSignature, ORDERS_PATH } from './check-signature'
import { bodyOf, type HttpEvent, type HttpReply, json, readEvent } from './http'
import { refundOrder } from './refund-order'
import { settleOrder } from './settle-order'

/** Members whose orders of one batch are credited at the same time. */
const ABREAST = 8

/** The same path behind a route that the cloud has taken off. */
const ROUTED_PATH = '/orders'

export const main = async (event: unknown): Promise<HttpReply> => answerTill(event, cloudEnv())

/** The till's interface: paid orders in, points out. */
export async function answerTill(event: unknown, env: Env): Promise<HttpReply> {
  const started = performance.now()
  const attended = await attend(env, { name: 'pos' }, () => answer(readEvent(event), env))
  const reply = 'statusCode' in attended ? attended : no('INTERNAL')
  const ms = Math.round(performance.now() - started)
  const call = { outcome: outcomeOf(reply), ms, roundTrips: env.effort?.().roundTrips ?? 0 }
  await measure(env, 'pos', 'orders', call)
  return reply
}

/** A batch with an order that failed has failed: the till sends it again. */
function outcomeOf({ statusCode, body }: HttpReply): Call['outcome'] {
  if (statusCode >= 500) return 'failed'
  if (statusCode >= 400) return 'refused'
  const { results, refunds = [] } = JSON.parse(body) as { results: TillResult[]; refunds?: RefundResult[] }
  return [...results, ...refunds].some((result) => !result.ok && result.refusal === 'INTERNAL')
    ? 'failed'
    : 'ok'
}

const no = (error: keyof typeof TILL_STATUS) => json(TILL_STATUS[error], { error })

async function answer(event: HttpEvent | null, env: Env): Promise<HttpReply> {
  if (event === null) return no('BAD_REQUEST')
  if (event.path !== ORDERS_PATH && event.path !== ROUTED_PATH) return no('NOT_FOUND')
  if (event.httpMethod !== 'POST') return no('METHOD_NOT_ALLOWED')
  const body = bodyOf(event)
  const branch = await checkSignature(event, body, env)
  if (!branch.ok) return no(branch.refusal)
  const request = TillRequest.safeParse(parseJson(body))
  if (!request.success) return no('BAD_REQUEST')

  const { orders, refunds } = partsOf(request.data)
  const results = await creditAll(orders, (order) => settleOrder(order, branch.value, env), env)
  const back = await refundAll(refunds, (refund) => refundOrder(refund, branch.value, env), env)
  const refused = [...results, ...back].filter(({ ok }) => !ok).length
  const counts = { orders: orders.length, refunds: refunds.length, refused }
  env.log({ at: 'reply', name: 'pos', branch: branch.value.id, ...counts })
  return json(200, { results, ...(refunds.length > 0 ? { refunds: back } : {}) })
}

function partsOf(request: z.infer<typeof TillRequest>): { orders: TillOrder[]; refunds: TillRefund[] } {
  if ('order_id' in request) return { orders: [request], refunds: [] }
  return { orders: 'orders' in request ? request.orders : [], refunds: request.refunds ?? [] }
}

/** One after the other, when all orders are credited: there are few, and several may be of one order. */
async function refundAll(
  refunds: TillRefund[],
  refundOne: (refund: TillRefund) => Promise<RefundResult>,
  env: Env,
): Promise<RefundResult[]> {
  const results: RefundResult[] = []
  for (const refund of refunds) {
    const { refund_id, order_id } = refund
    const result = await attend(env, { name: 'pos', order_id }, () => refundOne(refund))
    results.push('refund_id' in result ? result : { refund_id, ...result })
  }
  return results
}

/** Orders of one member in the order they were sent, those of different members side by side. */
async function creditAll(orders: TillOrder[], credit: (order: TillOrder) => Promise<TillResult>, env: Env) {
  const results = new Map<TillOrder, TillResult>()
  const queues = [...groupBy(orders, ({ member, order_id }) => member ?? order_id).values()]
  const work = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
      for (const order of queue) {
        const { order_id } = order
        const result = await attend(env, { name: 'pos', order_id }, () => credit(order))
        results.set(order, 'order_id' in result ? result : { order_id, ...result })
      }
  }
  await Promise.all(Array.from({ length: ABREAST }, work))
  return orders.flatMap((order) => results.get(order) ?? [])
}

/** What is no JSON is no order: the schema refuses `undefined`. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
