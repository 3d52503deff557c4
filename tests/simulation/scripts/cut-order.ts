import type { TillOrder } from '../../../core/contract'
import { instantOf } from '../../../core/domain/calendar'
import { BRANCHES, CASHIERS } from '../house'
import type { Question } from '../question'
import type { Script } from '../stage'
import { sendOrders } from './behind-the-counter'
import { settle, someAmount, someBill, someVisit } from './counter'
import { someDiner } from './diner'

/** Where an order claims its number; later where the instance knew nothing of the restaurant. */
const CLAIMS = [3, 4, 5, 6, 7]

/** An order dies when it has claimed its number, and its till does not send it again at once. */
export const cutOrder: Script = async (stage, chance) => {
  const order = {
    order_id: someBill(chance),
    paid_at: instantOf(new Date(stage.now)),
    amount_fen: someAmount(chance) as TillOrder['amount_fen'],
    member: someDiner(chance),
  }
  const question = stage.till(chance.pick(BRANCHES)._id, [order], chance)
  stage.http.push(question)
  const answer = await stage.askAndDie(question, chance.pick(CLAIMS))
  if (typeof answer === 'symbol') stage.cutOrders.push(question)
}

/** What was cut is sent again while a colleague settles the same number for somebody else. I5. */
export const cutOrderIsWanted: Script = async (stage, chance) => {
  if (stage.cutOrders.length === 0) return cutOrder(stage, chance)
  const { branch = '', orders = [] }: Question = chance.pick(stage.cutOrders)
  const billNo = orders[0]?.order_id
  const there = CASHIERS.filter((staff) => stage.branchOf(staff) === branch)
  const found = someVisit(stage, chance, { staff: chance.pick(there) })
  await Promise.all([sendOrders(stage, branch, orders, chance), settle(stage, chance, found, { billNo })])
}
