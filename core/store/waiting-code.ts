import { type Database, readMany } from './database'
import type { Member, Row } from './member'

/**
 * The row of a code that still waits in the outbox of whoever claimed it. His claim stands and he was told the
 * code, but adding it to its collection failed or is under way; the sweeper may need a minute. Only members
 * with something in their outbox are looked through, by index.
 */
export async function waitingCode(db: Database, code: string): Promise<Row | null> {
  const _ = db.command
  const owners = db.collection('members').where({ outboxSince: _.gt(0), 'outbox.document._id': _.eq(code) })
  const [owner] = await readMany<Pick<Member, 'outbox'>>(owners.field({ outbox: true }).limit(1))
  const isIt = ({ collection, document }: Row) => collection === 'redemptions' && document._id === code
  return owner?.outbox.find(isIt) ?? null
}
