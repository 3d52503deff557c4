import type { CollectionName } from '../../../core/store/database'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { watchAlarm, watchProposal } from './watch-alarm'
import { watchAnswers } from './watch-answers'
import { watchBill } from './watch-bill'
import { watchSeat } from './watch-check-in'
import { watchCodeImage } from './watch-code-image'
import { watchConsent } from './watch-consent'
import { watchErrand } from './watch-errand'
import { watchHealth } from './watch-health'
import { watchLetter, watchMessage } from './watch-letter'
import { watchMember } from './watch-member'
import { watchPhoneClaim } from './watch-phone'
import { watchDraft, watchProgram } from './watch-program'
import { watchRedemption } from './watch-redemption'
import { watchEntry, watchOperation } from './watch-rows'
import { watchSpent } from './watch-spent'
import { watchInvitation, watchStaff } from './watch-staff'
import { watchStock } from './watch-stock'
import { watchAction } from './watch-trail'

export type Watcher = (books: Books, write: Write, by: Invocation | null) => void

/** What must hold of every document whenever it is written. */
export const watchers: Partial<Record<CollectionName, Watcher>> = {
  members: watchMember,
  entries: watchEntry,
  operations: watchOperation,
  redemptions: watchRedemption,
  stock: watchStock,
  bills: watchBill,
  seats: watchSeat,
  phones: watchPhoneClaim,
  staff: watchStaff,
  invitations: watchInvitation,
  usedCodes: watchSpent,
  nonces: watchSpent,
  alarms: watchAlarm,
  proposals: watchProposal,
  consents: watchConsent,
  letters: watchLetter,
  messages: watchMessage,
  health: watchHealth,
  actions: watchAction,
  programs: watchProgram,
  drafts: watchDraft,
  errands: watchErrand,
  codeImages: watchCodeImage,
  answers: watchAnswers,
}
