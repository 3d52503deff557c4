import type { HttpReply } from '../../cloudfunctions/pos/http'
import type { RefundResult, TillOrder, TillResult } from '../../core/contract'
import { TILL_STATUS } from '../../core/contract/pos'
import type { Books } from './books'
import type { Invocation } from './invocation'
import { orderKey, refundKey } from './question'

interface Reply {
  settled: { earned: number }
  balance: number
}

/** A till is told of each order what was committed under its number, however often it sends it. */
export function judgeTill(books: Books, run: Invocation, answer: unknown) {
  const { statusCode, body } = answer as HttpReply
  const { orders = [], branch = '', hostile } = run.question
  if (statusCode !== 200) {
    const { error } = JSON.parse(body) as { error: keyof typeof TILL_STATUS }
    books.tell('pos.orders', { ok: false, refusal: error })
    const listed = TILL_STATUS[error] === statusCode && (error !== 'INTERNAL' || run.troubled)
    return books.holds(listed, 'named refusals', () => `a till was answered ${statusCode} ${body}`)
  }
  books.holds(!hostile, 'F9', () => `a forged request was answered ${body}`)
  const { results, refunds = [] } = JSON.parse(body) as { results: TillResult[]; refunds?: RefundResult[] }
  judgeRefunds(books, run, refunds)
  for (const result of results) books.tell('pos.orders', result)
  books.holds(
    results.length === orders.length,
    'I5',
    () => `${results.length} results for ${orders.length} orders`,
  )
  for (const [index, result] of results.entries()) {
    const order = orders[index]
    if (order?.order_id !== result.order_id)
      books.violate('I5', `result ${index} is for another order: ${body}`)
    else judgeOrder(books, run, orderKey(branch, order.order_id), order, result)
  }
}

function judgeOrder(books: Books, run: Invocation, key: string, order: TillOrder, result: TillResult) {
  const committed = books.committed.get(key)
  const mine = committed?.body === JSON.stringify(order) ? committed : undefined
  const say = () =>
    `order ${key} was told ${JSON.stringify(result)}, committed is ${JSON.stringify(committed?.reply)}`
  if (result.ok && order.member === undefined)
    return books.holds(result.points === 0 && result.balance === null && committed === undefined, 'I5', say)
  if (result.ok) {
    const reply = mine?.reply.ok ? (mine.reply.value as Reply) : null
    return books.holds(reply?.settled.earned === result.points && reply.balance === result.balance, 'I5', say)
  }
  const { refusal } = result
  if (refusal === 'INTERNAL') return books.holds(run.troubled, 'no unhandled error', say)
  if (refusal === 'ORDER_CHANGED') return books.holds((books.bodies.get(key)?.size ?? 0) > 1, 'I4', say)
  if (refusal === 'MEMBER_NOT_FOUND')
    return books.holds(mine === undefined || books.joinedSince(mine.member, run.since), 'I5', say)
  if (refusal !== 'BUSY') books.holds(!mine?.reply.ok, 'I5', say)
}

interface Reversal {
  reversed: { points: number }
  balance: number
  debt: number
}

/** A till is told of each refund what was committed under its number, however often it sends it. I8. */
function judgeRefunds(books: Books, run: Invocation, results: RefundResult[]) {
  const { refunds = [], branch = '' } = run.question
  books.holds(results.length === refunds.length, 'I8', () => `${results.length} of ${refunds.length} refunds`)
  for (const [index, result] of results.entries()) {
    books.tell('pos.refunds', result)
    const refund = refunds[index]
    if (refund?.refund_id !== result.refund_id) {
      books.violate('I8', `result ${index} is for another refund than ${JSON.stringify(refund)}`)
      continue
    }
    const key = refundKey(branch, refund)
    const committed = books.committed.get(key)
    const mine = committed?.body === JSON.stringify(refund) ? committed : undefined
    const say = () =>
      `refund ${key} was told ${JSON.stringify(result)}, committed is ${JSON.stringify(committed?.reply)}`
    if (result.ok && result.balance === null) books.holds(committed === undefined, 'I8', say)
    else if (result.ok) {
      const reply = mine?.reply.ok ? (mine.reply.value as Reversal) : null
      const same = reply?.reversed.points === result.points && reply.balance === result.balance
      books.holds(same && reply.debt === result.debt, 'I8', say)
    } else if (result.refusal === 'INTERNAL') books.holds(run.troubled, 'no unhandled error', say)
    else if (result.refusal === 'REFUND_CHANGED')
      books.holds((books.bodies.get(key)?.size ?? 0) > 1, 'I4', say)
    else if (result.refusal !== 'BUSY') books.holds(!mine?.reply.ok, 'I8', say)
  }
}
