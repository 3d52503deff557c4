import { waitingForReview } from '../domain/reviews'
import { type Database, readMany } from './database'
import type { Member } from './member'

const MOST = 100

/**
 * Members for whom something waits at one of these places; everywhere for null. Their own documents are
 * the queue, found by index, so that there is nothing it could differ from.
 */
export function readReviews(db: Database, places: readonly string[] | null): Promise<Member[]> {
  const _ = db.command
  const reviews = places === null ? _.gt('') : _.in(places)
  return readMany<Member>(db.collection('members').where({ reviews }).limit(MOST))
}

export async function countReviews(db: Database, places: readonly string[] | null): Promise<number> {
  const members = await readReviews(db, places)
  return members.flatMap(({ account }) => waitingForReview(account)).length
}
