import type { MemberId } from '../contract'
import { businessDayOf } from '../domain/calendar'
import { sameValue } from '../domain/same-value'
import { settleTime } from '../domain/settle-time'
import { commit } from './commit'
import { type Kept, readMany } from './database'
import { type MemberRange, within } from './lanes'
import { inform } from './letters'
import type { Member, Row } from './member'
import { flush } from './outbox'
import { notAside, treatEach } from './set-aside'
import { settleTimeOf } from './settle-time-of-members'
import { tryAll } from './try-all'

const BATCH = 100

/**
 * Write the letters that time brings to members for whom one is due, found by an index. Every command does
 * the same for its own member, so this only moves it forward. One call for a member who is written to, and a
 * few for all of a batch together. Returns how many were due; call again while it is a full batch. EXP-03.
 */
export async function remindMembers(
  kept: Kept,
  range: MemberRange = null,
): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const today = businessDayOf(now)
  const program = await kept.program()
  const due = await readMany<Member>(
    db
      .collection('members')
      .where({ nextReminderOn: db.command.lte(today), ...notAside(kept), ...within(kept, range) })
      .limit(BATCH),
  )
  const key = `reminded.${today}.${now.getTime()}`
  const written: Written[] = []
  const quiet: Member[] = []
  await treatEach(kept, 'reminded', due, async (found) => {
    // To whom time has done something as well, or whose last command is not swept yet: all is done at once. A new
    // programme may have frozen or thawed his points without a day that announces it.
    const isDue = settleTime(found.account, today, program).length > 0
    if (isDue || found.outbox.length > 0) return settleTimeOf(kept, found)
    const { member, rows } = inform(found, [], today, program, now)
    if (sameValue(found.inbox, member.inbox)) quiet.push(member)
    else if (await commit(db, member, key, rows, now)) written.push({ member: member._id, rows })
  })
  await tryAll([finish(kept, key, written), putOff(kept, quiet)])
  return { due: due.length, more: due.length === BATCH }
}

interface Written {
  member: MemberId
  rows: Row[]
}

/**
 * Each stands in the outbox of his member: all letters are added by one call, and the outboxes emptied by
 * one. Killed before, the sweeper does it. Who has been written since has another key in front.
 */
async function finish({ db }: Kept, key: string, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  await flush(
    db,
    written.flatMap(({ rows }) => rows),
  )
  const _ = db.command
  const ids = written.map(({ member }) => member)
  await db
    .collection('members')
    .where({ _id: _.in(ids), 'recent.0': _.eq(key) })
    .update({ outbox: _.set([]), outboxSince: _.set(0) })
}

/** Nothing is to be told: they are looked at again on another day. A command that comes between says its own. */
async function putOff({ db, now }: Kept, members: readonly Member[]): Promise<void> {
  const _ = db.command
  const days = [...new Set(members.map(({ nextReminderOn }) => nextReminderOn))]
  await tryAll(
    days.map((day) => {
      const ids = members.filter((one) => one.nextReminderOn === day).map(({ _id }) => _id)
      const stillDue = { _id: _.in(ids), nextReminderOn: _.lte(businessDayOf(now)) }
      return db
        .collection('members')
        .where(stillDue)
        .update({ nextReminderOn: _.set(day) })
    }),
  )
}
