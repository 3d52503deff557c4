import type { CollectionName } from './database'

interface Index {
  name: string
  /** `-seq` sorts downwards. */
  fields: string[]
  unique: boolean
}

const index = (...fields: string[]): Index => ({ name: fields.join('_'), fields, unique: false })

/** Every collection and the indexes its queries stand on. Deployment and the local cloud create them. */
export const collections: Record<CollectionName, Index[]> = {
  members: [index('nextExpiryOn'), index('outboxSince')],
  operations: [index('at')],
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
    index('used.at'),
  ],
  stock: [],
  bills: [index('member', '-at')],
  seats: [index('branch', 'table', '-at'), index('branch', '-at')],
  staff: [],
  invitations: [index('status')],
  branches: [],
  programs: [index('-validFrom')],
  usedCodes: [index('at')],
  nonces: [index('at')],
  alarms: [index('status', '-lastSeen')],
  proposals: [index('status', '-createdAt'), index('member', 'status')],
  jobs: [],
}
