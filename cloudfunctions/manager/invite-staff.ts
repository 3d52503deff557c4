import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { INVITATION_MS, invite } from '../../core/store/invitation'
import { findBranch } from '../../core/store/restaurant'
import { invitationCodeOf } from '../codes'
import type { Handler } from '../serve'
import { invitationView } from './invitation-view'

export const inviteStaff: Handler<Contract['manager']['inviteStaff']> = async ({ key, ...who }, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('manager'), env.restaurant()])
  if (!staff.ok) return staff
  if (findBranch(restaurant, who.branch) === undefined) return refuse('BRANCH_NOT_FOUND')
  const invitation = await invite(env.db, {
    _id: invitationCodeOf(env.secret, key),
    ...who,
    expiresAt: env.now.getTime() + INVITATION_MS,
    status: 'open',
    usedBy: null,
  })
  const same =
    invitation.name === who.name && invitation.role === who.role && invitation.branch === who.branch
  return same ? accept({ invitation: invitationView(invitation, restaurant) }) : refuse('KEY_REUSED')
}
