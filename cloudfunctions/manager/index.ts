import { serve } from '../serve'
import { inviteStaff } from './invite-staff'
import { revokeStaff } from './revoke-staff'
import { team } from './team'

export const main = serve('manager', { team, inviteStaff, revokeStaff })
