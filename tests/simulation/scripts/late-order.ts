import { MEMBER_CODE_MS } from '../../../cloudfunctions/codes'
import type { TillOrder } from '../../../core/contract'
import { instantOf } from '../../../core/domain/calendar'
import { BRANCHES } from '../house'
import type { Script } from '../stage'
import { sendOrders } from './behind-the-counter'
import { someAmount, someBill } from './counter'
import { showCode, someDiner } from './diner'

/** A till that was offline reports what was paid when a code was shown, which somebody may have used since. POS-01. */
export const lateOrder: Script = async (stage, chance) => {
  if (stage.shownCodes.length === 0) await showCode(stage, someDiner(chance), chance)
  if (stage.shownCodes.length === 0) return
  const { code, at } = chance.pick(stage.shownCodes)
  const order = {
    order_id: someBill(chance),
    paid_at: instantOf(new Date(Math.min(at + chance.below(MEMBER_CODE_MS), stage.now))),
    amount_fen: someAmount(chance) as TillOrder['amount_fen'],
    member: code,
  }
  await sendOrders(stage, chance.pick(BRANCHES)._id, [order], chance)
}
