import type { Contract } from '../../core/contract'
import { BILLS_SHOWN } from '../../core/contract/reversal'
import { businessDayOf, instantOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { pointsCarriedBy } from '../../core/domain/reverse/released'
import { carriedBy, isReversible } from '../../core/domain/reverse/reversible'
import { actsFor } from '../../core/domain/rights'
import { readMember } from '../../core/store/as-of'
import { findBillByNumber } from '../../core/store/find-bill'
import { readMembers } from '../../core/store/guests'
import type { Member } from '../../core/store/member'
import { membersOf, type RecentBill, recentBillsAt, recentBillsOf } from '../../core/store/recent-bills'
import type { Staff } from '../../core/store/staff'
import { openVisit } from '../codes'
import type { Env } from '../env'
import type { Handler } from '../serve'
import { billNoOf } from './bill-to-reverse'

type Input = Parameters<Handler<Contract['cashier']['findBills']>>[0]

/** Bills that may be taken back, newest first, each with what it still carries. */
export const findBills: Handler<Contract['cashier']['findBills']> = async (input, env) => {
  const staff = await env.staff('cashier.findBills')
  if (!staff.ok) return staff
  const found = await look(input, staff.value, env)
  if (!found.ok) return found
  const bills = found.value.filter(({ settled }) => actsFor(staff.value, settled.branch))
  const members = await readMembers(env, membersOf(bills))
  for (const { _id } of members) env.about(_id, input.billNo ?? null)
  const known = new Map(members.map((member) => [member._id, member]))
  return accept({
    bills: bills.flatMap((bill) => {
      const member = known.get(bill.member)
      return member === undefined ? [] : [billView(bill, member, env)]
    }),
  })
}

async function look({ billNo, visit }: Input, staff: Staff, env: Env) {
  if (billNo !== undefined) {
    const { claim, found } = await findBillByNumber(env.db, staff.branch, billNo)
    const at = instantOf(new Date(claim?.at ?? 0))
    return accept(found === null ? [] : [{ ...found, at }])
  }
  if (visit === undefined) return accept(await recentBillsAt(env.db, staff.branch, BILLS_SHOWN))
  const opened = openVisit(env.secret, visit, staff._id, env.now)
  if (!opened.ok || opened.value.over || opened.value.branch !== staff.branch) return refuse('VISIT_EXPIRED')
  const member = await readMember(env, opened.value.member)
  return member === null
    ? refuse('MEMBER_NOT_FOUND')
    : accept(await recentBillsOf(env.db, member, BILLS_SHOWN))
}

const billView = (bill: RecentBill, { account, profile }: Member, env: Env) => ({
  bill: bill.key,
  billNo: billNoOf(bill),
  memberName: profile.name,
  branchName: bill.settled.branchName,
  at: bill.at,
  paidOn: bill.settled.on,
  amount: bill.settled.amount,
  left: carriedBy(account, bill.settled),
  pointsLeft: pointsCarriedBy(account, bill.settled),
  reversible: isReversible(bill.settled.on, businessDayOf(env.now)),
})
