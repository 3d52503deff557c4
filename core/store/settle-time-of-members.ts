import { businessDayOf } from '../domain/calendar'
import { settleTime } from '../domain/settle-time'
import { commit } from './commit'
import { type Kept, readMany } from './database'
import { type MemberRange, within } from './lanes'
import { inform } from './letters'
import { type Member, type Row, write } from './member'
import { flush, repair } from './outbox'
import { notAside, treatEach } from './set-aside'

const BATCH = 100

/**
 * Write down what time has done to members for whom something is due. Every command does the same
 * for its own member at once, so this only moves it forward. Returns how many were due; call
 * again while it is a full batch. EXP-01, I9.
 */
export async function settleTimeOfMembers(
  kept: Kept,
  range: MemberRange = null,
): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const members = await readMany<Member>(
    db
      .collection('members')
      .where({ nextDueOn: _.lte(businessDayOf(now)), ...notAside(kept), ...within(kept, range) })
      .limit(BATCH),
  )
  await treatEach(kept, 'time', members, (member) => settleTimeOf(kept, member))
  return { due: members.length, more: members.length === BATCH }
}

/** If somebody writes him meanwhile, that command has written down what was due. */
export async function settleTimeOf({ db, now, program }: Kept, found: Member): Promise<void> {
  const today = businessDayOf(now)
  const key = `time.${today}.${found._id}`
  const valid = await program()
  const { member, lines } = write(found, settleTime(found.account, today, valid), key, now)
  const { member: informed, rows: letters } = inform(member, lines, today, valid, now)
  const entries = lines.map((line): Row => ({ collection: 'entries', document: { _id: line.id, ...line } }))
  const rows = [...entries, ...letters]
  await repair(db, found.outbox)
  if (await commit(db, informed, key, rows, now)) await flush(db, rows)
}
