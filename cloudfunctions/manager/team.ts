import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { countOpenAlarms } from '../../core/store/alarms'
import { readOpenInvitations } from '../../core/store/invitation'
import { countOpenProposals } from '../../core/store/proposals'
import { branchName } from '../../core/store/restaurant'
import { readColleagues } from '../../core/store/staff'
import type { Handler } from '../serve'
import { invitationView } from './invitation-view'

export const team: Handler<Contract['manager']['team']> = async (_input, env) => {
  const [staff, restaurant, colleagues, invitations, ...waiting] = await Promise.all([
    env.staff('manager'),
    env.restaurant(),
    readColleagues(env.db),
    readOpenInvitations(env),
    countOpenAlarms(env.db),
    countOpenProposals(env.db),
  ])
  if (!staff.ok) return staff
  return accept({
    branches: restaurant.branches.map(({ _id, name, tables }) => ({ id: _id, name, tables })),
    colleagues: colleagues.map(({ _id, ...colleague }) => ({
      staff: _id,
      ...colleague,
      self: _id === staff.value._id,
      branchName: branchName(restaurant, colleague.branch),
    })),
    invitations: invitations.map((invitation) => invitationView(invitation, restaurant)),
    waiting: waiting.reduce((sum, count) => sum + count),
  })
}
