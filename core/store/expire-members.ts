import { businessDayOf } from '../domain/calendar'
import { expireDue } from '../domain/expire'
import { commit } from './commit'
import { type Kept, readMany } from './database'
import { type Member, type Row, write } from './member'
import { flush, repair } from './outbox'
import { tryAll } from './try-all'

const BATCH = 100

/**
 * Write down what time has taken, for members whose points are due. Every command does the same
 * for its own member at once, so this only moves it forward. Returns how many were due; call
 * again while it is a full batch. EXP-01, I9.
 */
export async function expireMembers(kept: Kept): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const members = await readMany<Member>(
    db
      .collection('members')
      .where({ nextExpiryOn: _.lt(businessDayOf(now)) })
      .limit(BATCH),
  )
  await tryAll(members.map((member) => expireMember(kept, member)))
  return { due: members.length, more: members.length === BATCH }
}

/** If somebody writes him meanwhile, that command has expired what was due. */
async function expireMember({ db, now }: Kept, found: Member): Promise<void> {
  const today = businessDayOf(now)
  const key = `expire.${today}.${found._id}`
  const { member, lines } = write(found, expireDue(found.account, today), key, now)
  const rows = lines.map((line): Row => ({ collection: 'entries', document: { _id: line.id, ...line } }))
  await repair(db, found.outbox)
  if (await commit(db, member, key, rows, now)) await flush(db, rows)
}
