import { serve } from '../serve'
import { inviteStaff } from './invite-staff'
import { revokeStaff } from './revoke-staff'
import { team } from './team'

export const handlers = { team, inviteStaff, revokeStaff }

export const main = serve('manager', handlers)
