import type { Program } from '../core/contract'
import { balanceOf } from '../core/domain/account'
import { isBarred } from '../core/domain/bar'
import { businessDayOf } from '../core/domain/calendar'
import { discountOn } from '../core/domain/discount'
import { guestOf, type Member } from '../core/store/member'
import type { Staff } from '../core/store/staff'
import { makeVisit } from './codes'
import type { Env } from './env'

/** A member as the cashier sees him, with our word that he is in front of this cashier. */
export const guestView = (member: Member, staff: Staff, program: Program, env: Env) => {
  const { _id, profile, account, joinedOn } = member
  const { tierName, payBp, reason } = discountOn(account, guestOf(member), businessDayOf(env.now), program)
  return {
    visit: makeVisit(env.secret, { member: _id, staff: staff._id, branch: staff.branch }, env.now),
    member: _id,
    name: profile.name,
    tierName,
    payBp,
    isBirthday: reason === 'birthday',
    balance: balanceOf(account),
    bills: account.bills,
    joinedOn,
    barred: isBarred(account),
  }
}
