import type { Contract, Fen } from '../../core/contract'
import { isBarred } from '../../core/domain/bar'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { maySettle } from '../../core/domain/rights'
import { type EarnedAt, nudge } from '../../core/domain/spend-nudge'
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
  const today = businessDayOf(env.now)
  const { program } = restaurant
  const settle = (typed: Fen) =>
    settleFor(member, { branch, amount: typed, atDesk: true, bill: 'preview' }, today, program).reply
  const earnedAt: EarnedAt = (typed) => settle(typed).settled.earned
  const more = nudge(amount, program.earn, today, earnedAt)
  return accept({ ...sumView(settle(amount)), nudge: more })
}
