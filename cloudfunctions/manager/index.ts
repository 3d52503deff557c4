import { serve } from '../serve'
import { acknowledgeAlarm } from './acknowledge-alarm'
import { alarms } from './alarms'
import { allowMessages } from './allow-messages'
import { decideProposal } from './decide-proposal'
import { health } from './health'
import { inviteStaff } from './invite-staff'
import { proposals } from './proposals'
import { revokeStaff } from './revoke-staff'
import { team } from './team'
import { trail } from './trail'

export const handlers = {
  team,
  inviteStaff,
  revokeStaff,
  trail,
  alarms,
  allowMessages,
  health,
  acknowledgeAlarm,
  proposals,
  decideProposal,
}

export const main = serve('manager', handlers)
