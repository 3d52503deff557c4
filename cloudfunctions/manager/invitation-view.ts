import { instantOf } from '../../core/domain/calendar'
import { branchName, type Restaurant } from '../../core/store/restaurant'
import type { Invitation } from '../../core/store/staff'

export const invitationView = (
  { _id, name, role, branch, expiresAt }: Invitation,
  restaurant: Restaurant,
) => ({
  code: _id,
  name,
  role,
  branchName: branchName(restaurant, branch),
  expiresAt: instantOf(new Date(expiresAt)),
})
