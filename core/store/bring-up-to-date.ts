import type { BusinessDay, MemberId, Program } from '../contract'
import { businessDayOf } from '../domain/calendar'
import { groupBy } from '../domain/group-by'
import { assert } from '../domain/result'
import { sameValue } from '../domain/same-value'
import { settleTime } from '../domain/settle-time'
import { commit } from './commit'
import type { Kept, Operator } from './database'
import { inform } from './letters'
import { lineRow, type Member, type Row, write } from './member'
import { flush, repair } from './outbox'
import { treatEach, treatTogether } from './set-aside'
import { tryAll } from './try-all'

/** A member as he is today, and what has to be written for it. */
interface Settling {
  _id: MemberId
  found: Member
  next: Member
  key: string
  rows: Row[]
}

/**
 * Write down what time has done to these members, and the letters it brings them: what every command does for
 * its own member. One call for each who changes, and a few for all of them together: 1.04 calls a member where
 * a hundred are due. Killed anywhere, the next tick and the sweeper end it. EXP-01, EXP-03, I9.
 */
export async function bringUpToDate(kept: Kept, job: string, members: readonly Member[]): Promise<void> {
  const today = businessDayOf(kept.now)
  const program = await kept.program()
  const settlings: Settling[] = []
  await treatEach(kept, job, members, async (found) => {
    settlings.push(settle(found, today, program, kept.now))
  })
  const changes = settlings.filter((one) => !isQuiet(one))
  await tryAll([
    treatTogether(kept, job, changes, (some) => writeDown(kept, some)),
    lookAgain(kept, settlings.filter(isQuiet)),
  ])
}

/** The key names the commit it makes: tried again it is the same, and the next one has another. */
function settle(found: Member, today: BusinessDay, program: Program, now: Date): Settling {
  const { _id, version } = found
  const key = `time.${_id}.${version + 1}`
  const { member, lines } = write(found, settleTime(found, today, program), key, now)
  const { member: next, rows: letters } = inform(member, lines, today, program, now)
  assert(
    next.nextDueOn > today,
    `time has done all it does to ${_id} by ${today}, and is due on ${next.nextDueOn}`,
  )
  return { _id, found, next, key, rows: [...lines.map(lineRow), ...letters] }
}

const isQuiet = ({ found, next, rows }: Settling): boolean =>
  rows.length === 0 && sameValue(found.inbox, next.inbox)

/**
 * What waits in their outboxes is put in its place before they are filled anew. Who has been written since he
 * was read is up to date by that command. All new rows are added by one call a collection, and the outboxes
 * emptied by one.
 */
async function writeDown(kept: Kept, settlings: readonly Settling[]): Promise<void> {
  const { db, now } = kept
  await repair(
    db,
    settlings.flatMap(({ found }) => found.outbox),
  )
  const written: Settling[] = []
  await tryAll(
    settlings.map(async (one) => {
      if (await commit(db, one.next, one.key, one.rows, now)) written.push(one)
    }),
  )
  if (written.length === 0) return
  await flush(
    db,
    written.flatMap(({ rows }) => rows),
  )
  const _ = db.command
  const asWritten = { ...among(kept, written), 'recent.0': _.in(written.map(({ key }) => key)) }
  await db
    .collection('members')
    .where(asWritten)
    .update({ outbox: _.set([]), outboxSince: _.set(0) })
}

/**
 * Nothing changes but when they are looked at again: those of whom the same is to be said by one call, unless
 * somebody has written them since.
 */
async function lookAgain(kept: Kept, settlings: readonly Settling[]): Promise<void> {
  const groups = groupBy(settlings, (one) => JSON.stringify(daysChanged(one)))
  const _ = kept.db.command
  await tryAll(
    [...groups].map(([changes, some]) => {
      const days = Object.entries(JSON.parse(changes) as ReturnType<typeof daysChanged>)
      const heads = some.flatMap(({ found }) => found.recent.slice(0, 1))
      return kept.db
        .collection('members')
        .where({ ...among(kept, some), 'recent.0': _.in(heads) })
        .update(Object.fromEntries(days.map(([name, day]): [string, Operator] => [name, _.set(day)])))
    }),
  )
}

const DAYS = ['nextDueOn', 'programFrom'] as const

const daysChanged = ({ found, next }: Settling) =>
  Object.fromEntries(DAYS.filter((name) => found[name] !== next[name]).map((name) => [name, next[name]]))

const among = ({ db }: Kept, settlings: readonly Settling[]) => ({
  _id: db.command.in(settlings.map(({ _id }) => _id)),
})
