import { serve } from '../serve'
import { acknowledgeAlarm } from './acknowledge-alarm'
import { alarms } from './alarms'
import { allowMessages } from './allow-messages'
import { decideProposal } from './decide-proposal'
import { health } from './health'
import { inviteStaff } from './invite-staff'
import { lintProgram } from './lint-program'
import { presets } from './presets'
import { previewProgram } from './preview-program'
import { program } from './program'
import { proposals } from './proposals'
import { publishProgram } from './publish-program'
import { revokeStaff } from './revoke-staff'
import { saveDraft } from './save-draft'
import { team } from './team'
import { tellings } from './tellings'
import { trail } from './trail'

export const handlers = {
  team,
  tellings,
  inviteStaff,
  revokeStaff,
  trail,
  alarms,
  allowMessages,
  health,
  acknowledgeAlarm,
  proposals,
  decideProposal,
  program,
  presets,
  lintProgram,
  previewProgram,
  saveDraft,
  publishProgram,
}

export const main = serve('manager', handlers)
