import { reviewPlaces } from '../domain/reviews'
import { addOnce, type Database, type Operator } from './database'
import { KEPT_KEYS, type Member, type Row } from './member'

/**
 * The one write that decides: the whole member at once, on the condition that nobody wrote him
 * since he was read. False when somebody did.
 */
export async function commit(
  db: Database,
  next: Member,
  key: string,
  outbox: Row[],
  now: Date,
): Promise<boolean> {
  const document = {
    ...next,
    version: next.version + 1,
    recent: [key, ...next.recent].slice(0, KEPT_KEYS),
    outbox,
    outboxSince: outbox.length === 0 ? 0 : now.getTime(),
    reviews: reviewPlaces(next.account),
  }
  if (next.version === 0) return addOnce(db, 'members', document)

  const _ = db.command
  const { _id, asideSince, ...fields } = document
  const changes: Record<string, Operator> = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, _.set(value)]),
  )
  const unchanged = { _id: _.eq(_id), version: _.eq(next.version) }
  const { updated } = await db
    .collection('members')
    .where(unchanged)
    .update(asideSince === undefined ? changes : { ...changes, asideSince: _.remove() })
  return updated === 1
}
