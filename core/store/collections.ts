import type { CollectionName } from './database'
import { TRAIL_INDEXES } from './trail'

interface Index {
  name: string
  /** `-seq` sorts downwards. */
  fields: string[]
  unique: boolean
}

const index = (...fields: string[]): Index => ({ name: fields.join('_'), fields, unique: false })

/** What colleagues did, searched the same way wherever it is kept. */
const trail = TRAIL_INDEXES.map((fields) => index(...fields))

/** Every collection and the indexes its queries stand on. Deployment and the local cloud create them. */
export const collections: Record<CollectionName, Index[]> = {
  members: [
    index('nextDueOn'),
    index('programFrom'),
    index('outboxSince'),
    index('asideSince'),
    index('profile.phone.sealed'),
    index('profile.referralCode'),
    index('account.referredBy.member', '-joinedOn'),
    index('reviews'),
    index('-account.barred.since'),
  ],
  operations: trail,
  entries: [
    index('member', '-seq'),
    index('member', 'month', '-seq'),
    index('member', 'kind', '-seq'),
    index('member', 'kind', 'month', '-seq'),
  ],
  redemptions: [
    index('member', '-issuedAt'),
    index('member', 'status'),
    index('reward', '-issuedAt'),
    index('openSince'),
    ...trail,
  ],
  stock: [],
  bills: [index('member', '-at')],
  phones: [index('openSince')],
  seats: [index('branch', 'table', '-at'), index('branch', '-at')],
  staff: [index('branch'), index('noted')],
  invitations: [index('status'), index('noted')],
  branches: [],
  programs: [index('-validFrom'), index('noted')],
  drafts: [index('noted')],
  usedCodes: [index('at')],
  nonces: [index('at')],
  alarms: [index('status', '-lastSeen'), index('noted')],
  proposals: [index('status', '-createdAt'), index('member', 'status')],
  actions: trail,
  attempts: [index('at')],
  consents: [index('template', 'left'), index('address')],
  letters: [index('member', '-no'), index('messageAt')],
  messages: [index('-at'), index('person', '-at')],
  health: [index('day')],
  errands: [index('dueAt')],
  answers: [index('questionnaire', '-at')],
  jobs: [],
  codeImages: [],
}
