import type { AnswerTo } from '../../services/cloud'
import { groupCode } from '../../services/format-code'
import { formatMoment } from '../../services/format-day'

export type Team = AnswerTo<'manager', 'team'>
export type Invitation = Team['invitations'][number]

export const roleNames = { clerk: '收银员', manager: '店长', admin: '管理员' }
export type Role = keyof typeof roleNames

/** An invitation as it is shown to the person who is invited. */
export const viewInvitation = ({ code, name, role, branchName, expiresAt }: Invitation) => ({
  code,
  text: groupCode(code),
  name,
  role: roleNames[role],
  branchName,
  until: `${formatMoment(expiresAt)} 前有效`,
})
export type InvitationView = ReturnType<typeof viewInvitation>

export const viewTeam = ({ branches, appoints, colleagues, invitations, waiting, reviews }: Team) => ({
  branches,
  waiting,
  reviews,
  roles: appoints.map((role) => ({ key: role, text: roleNames[role] })),
  chips: branches.map(({ id, name }) => ({ key: id, text: name })),
  colleagues: colleagues
    .map(({ staff, name, role, branchName, active, self, removable }) => ({
      staff,
      name,
      initial: name.slice(0, 1),
      role: roleNames[role],
      branchName,
      active,
      self,
      removable,
    }))
    .sort((one, other) => Number(other.active) - Number(one.active)),
  invitations: invitations.map(viewInvitation),
})
