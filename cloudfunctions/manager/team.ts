import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { placesOf } from '../../core/domain/reviews'
import { APPOINTS, actsFor, branchOf, mayRemove } from '../../core/domain/rights'
import { countOpenAlarms } from '../../core/store/alarms'
import { readOpenInvitations } from '../../core/store/invitation'
import { countOpenProposals } from '../../core/store/proposals'
import { branchName } from '../../core/store/restaurant'
import { countReviews } from '../../core/store/reviews'
import { readColleagues } from '../../core/store/staff'
import type { Handler } from '../serve'
import { invitationView } from './invitation-view'

/** Who works here: in the manager's branch, or for an admin in every one. */
export const team: Handler<Contract['manager']['team']> = async (_input, env) => {
  const [staff, restaurant, alarms, proposals] = await Promise.all([
    env.staff('manager.team'),
    env.restaurant(),
    countOpenAlarms(env.db),
    countOpenProposals(env.db),
  ])
  if (!staff.ok) return staff
  const branch = branchOf(staff.value)
  const [colleagues, invitations, reviews] = await Promise.all([
    readColleagues(env.db, branch),
    readOpenInvitations(env, branch),
    countReviews(env.db, placesOf(staff.value)),
  ])
  return accept({
    branches: restaurant.branches
      .filter(({ _id }) => actsFor(staff.value, _id))
      .map(({ _id, name, tables }) => ({ id: _id, name, tables })),
    appoints: [...APPOINTS[staff.value.role]],
    colleagues: colleagues.map((colleague) => ({
      ...colleague,
      staff: colleague._id,
      self: colleague._id === staff.value._id,
      removable: colleague.active && mayRemove(staff.value, colleague).ok,
      branchName: branchName(restaurant, colleague.branch),
    })),
    invitations: invitations.map((invitation) => invitationView(invitation, restaurant)),
    waiting: alarms + proposals.correction,
    reviews: reviews + proposals.adjustment,
  })
}
