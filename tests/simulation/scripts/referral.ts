import { referralCodeOf } from '../../../cloudfunctions/codes'
import type { TillRefund } from '../../../core/contract'
import { MANAGER, MEMBERS, NEWCOMERS, SECRET } from '../house'
import type { Script, Stage } from '../stage'
import { sendTill } from './behind-the-counter'
import { maybeNumber, settle, someVisit } from './counter'
import { someDiner } from './diner'

const PEOPLE = [...MEMBERS, ...MEMBERS, ...NEWCOMERS]

/** Joins by the code of somebody who may have joined, may work here, or may be himself; or by no code of ours. */
export const comeByFriend: Script = async (stage, chance) => {
  const code = referralCodeOf(SECRET, chance.pick(PEOPLE))
  const referral = chance.happens(0.9) ? chance.pick([code, code.toLowerCase()]) : 'NOBODYS1'
  const who = chance.pick(PEOPLE)
  if (chance.happens(0.3)) await stage.persist(stage.question(who, 'member', 'home', { referral }), chance)
  const input = { key: chance.uuid(), referral }
  await stage.persist(stage.question(who, 'member', 'join', input), chance)
}

/** Everybody whom somebody has brought, as far as it counts. */
const friends = (stage: Stage) =>
  stage
    .known([...MEMBERS, ...NEWCOMERS])
    .filter(({ plain: { referral } }) => referral.by !== null && !referral.isExcluded)
    .map(({ id, plain }) => ({ id, plain, order: plain.referral.order }))

/** The order that somebody was brought for, or the next one after it was taken back. */
export const friendOrders: Script = async (stage, chance) => {
  const waiting = friends(stage).filter(({ order }) => order === null)
  if (waiting.length === 0) return comeByFriend(stage, chance)
  const found = someVisit(stage, chance, { guest: chance.pick(waiting).id })
  await settle(stage, chance, found, maybeNumber(chance))
}

/** The order that counts is taken back whole, at the desk or by the till. C-20. */
export const friendIsRefunded: Script = async (stage, chance) => {
  const counted = friends(stage).flatMap(({ plain, order }) => {
    const bill = order === null ? undefined : plain.settled.get(order.key)
    return order === null || bill === undefined ? [] : [{ key: order.key, bill }]
  })
  if (counted.length === 0) return friendOrders(stage, chance)
  const { key, bill } = chance.pick(counted)
  const amount = Math.max(bill.fen - bill.fenBack, 1)
  const [branch, order_id] = bill.no?.split('.') ?? []
  if (branch !== undefined && order_id !== undefined && chance.happens(0.5)) {
    const refund = { refund_id: `R${chance.below(12)}`, order_id, amount_fen: amount } as TillRefund
    await sendTill(stage, branch, [], [refund], chance)
    return
  }
  const input = { key: chance.uuid(), bill: key, amount, reason: '菜品退换' }
  await stage.persist(stage.question(MANAGER, 'cashier', 'reverseBill', input), chance)
}

export const look: Script = async (stage, chance) => {
  await stage.persist(stage.question(someDiner(chance), 'member', 'referral', {}), chance)
}

export const poster: Script = async (stage, chance) => {
  await stage.persist(stage.question(someDiner(chance), 'member', 'poster', {}), chance)
}
