import type { MemberId } from '../contract'
import type { Result } from '../domain/result'
import { type Database, readOne } from './database'
import type { Member } from './member'

/** A command that was decided: what was asked and what was replied. */
export interface Operation {
  _id: string
  fingerprint: string
  /** On whom it was decided. */
  member: MemberId
  reply: Result<unknown, string>
  /** The token of the hold it used, if it used one. */
  token: string | null
}

/** The operation that still waits in its member's outbox. */
export function pendingOperation(member: Member | null, key: string): Operation | null {
  const row = member?.outbox.find(
    ({ collection, document }) => collection === 'operations' && document._id === key,
  )
  return (row?.document ?? null) as Operation | null
}

/** The operation kept under a key, whether it was flushed or still waits in its member's outbox. */
export async function findOperation(db: Database, key: string, member: MemberId): Promise<Operation | null> {
  const [operation, owner] = await Promise.all([
    readOne<Operation>(db, 'operations', key),
    readOne<Member>(db, 'members', member),
  ])
  if (operation !== null) return operation
  const pending = pendingOperation(owner, key)
  if (pending !== null || !owner?.recent.includes(key)) return pending
  return readOne<Operation>(db, 'operations', key)
}
