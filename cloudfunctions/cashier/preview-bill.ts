import type { Contract } from '../../core/contract'
import { isBarred } from '../../core/domain/bar'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { maySettle } from '../../core/domain/rights'
import { readMember } from '../../core/store/as-of'
import { branchName } from '../../core/store/restaurant'
import { settleFor } from '../../core/store/settle'
import { openVisit } from '../codes'
import type { Handler } from '../serve'
import { sumView } from '../sum-view'

/** The same calculation as settling, and no write. */
export const previewBill: Handler<Contract['cashier']['previewBill']> = async ({ visit, amount }, env) => {
  const opened = openVisit(env.secret, visit, env.caller(), env.now)
  const [staff, restaurant, member] = await Promise.all([
    env.staff('cashier.previewBill'),
    env.restaurant(),
    opened.ok ? readMember(env, opened.value.member) : null,
  ])
  if (!staff.ok) return staff
  if (opened.ok) env.about(opened.value.member)
  if (!opened.ok || opened.value.over || opened.value.branch !== staff.value.branch)
    return refuse('VISIT_EXPIRED')
  if (member === null) return refuse('MEMBER_NOT_FOUND')
  const may = maySettle(staff.value, amount, restaurant.program)
  if (!may.ok) return may
  if (isBarred(member.account)) return refuse('MEMBER_BARRED')

  const branch = { id: opened.value.branch, name: branchName(restaurant, opened.value.branch) }
  const bill = { branch, amount, atDesk: true, bill: 'preview' }
  const today = businessDayOf(env.now)
  const { reply } = settleFor(member, bill, today, restaurant.program)
  return accept(sumView(reply))
}
