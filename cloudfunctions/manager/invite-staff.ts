import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { mayAppoint } from '../../core/domain/rights'
import { INVITATION_MS, invite } from '../../core/store/invitation'
import { findBranch } from '../../core/store/restaurant'
import { actionOf } from '../../core/store/trail'
import { invitationCodeOf } from '../codes'
import type { Handler } from '../serve'
import { invitationView } from './invitation-view'

export const inviteStaff: Handler<Contract['manager']['inviteStaff']> = async ({ key, ...who }, env) => {
  env.about(null, who.name)
  const [staff, restaurant] = await Promise.all([env.staff('manager.inviteStaff'), env.restaurant()])
  if (!staff.ok) return staff
  if (findBranch(restaurant, who.branch) === undefined) return refuse('BRANCH_NOT_FOUND')
  const may = mayAppoint(staff.value, who)
  if (!may.ok) return may
  const _id = invitationCodeOf(env.secret, key)
  const about = { member: null, subject: who.name, outcome: 'ok', key, unique: key }
  const action = actionOf(staff.value, { procedure: 'manager.inviteStaff', ...about }, env.now)
  const expiresAt = env.now.getTime() + INVITATION_MS
  const invitation = await invite(env, { _id, ...who, expiresAt, status: 'open', usedBy: null }, action)
  const same =
    invitation.name === who.name && invitation.role === who.role && invitation.branch === who.branch
  return same ? accept({ invitation: invitationView(invitation, restaurant) }) : refuse('KEY_REUSED')
}
