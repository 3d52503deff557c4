import { serve } from '../serve'
import { acknowledgeAlarm } from './acknowledge-alarm'
import { adjust } from './adjust'
import { alarms } from './alarms'
import { allowMessages } from './allow-messages'
import { answers } from './answers'
import { bar } from './bar'
import { barred } from './barred'
import { credits } from './credits'
import { decideProposal } from './decide-proposal'
import { decideReview } from './decide-review'
import { health } from './health'
import { inviteStaff } from './invite-staff'
import { liftBar } from './lift-bar'
import { lintProgram } from './lint-program'
import { member } from './member'
import { presets } from './presets'
import { previewProgram } from './preview-program'
import { program } from './program'
import { proposals } from './proposals'
import { publishProgram } from './publish-program'
import { reviews } from './reviews'
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
  reviews,
  decideReview,
  member,
  adjust,
  credits,
  barred,
  bar,
  liftBar,
  answers,
  program,
  presets,
  lintProgram,
  previewProgram,
  saveDraft,
  publishProgram,
}

export const main = serve('manager', handlers)
