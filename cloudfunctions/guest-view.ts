import type { Program } from '../core/contract'
import { balanceOf } from '../core/domain/account'
import { FULL_BP } from '../core/domain/amounts'
import { isBarred } from '../core/domain/bar'
import { tierOf } from '../core/domain/tier'
import type { Member } from '../core/store/member'
import type { Staff } from '../core/store/staff'
import { makeVisit } from './codes'
import type { Env } from './env'

/** A member as the cashier sees him, with our word that he is in front of this cashier. */
export const guestView = (
  { _id, profile, account, joinedOn }: Member,
  staff: Staff,
  program: Program,
  env: Env,
) => ({
  visit: makeVisit(env.secret, { member: _id, staff: staff._id, branch: staff.branch }, env.now),
  member: _id,
  name: profile.name,
  ...tierView(account, program),
  balance: balanceOf(account),
  bills: account.bills,
  joinedOn,
  barred: isBarred(account),
})

function tierView(account: Member['account'], program: Program) {
  const { name, payBp } = tierOf(account, program)
  return { tierName: name, payBp: program.discountAt === 'desk' ? payBp : FULL_BP }
}
