import { post } from '../domain/account'
import { businessDayOf } from '../domain/calendar'
import { turnExemption } from '../domain/exemption'
import { accept, type Result, refuse } from '../domain/result'
import { settleTime } from '../domain/settle-time'
import type { Command, Decide, Decision, Hold } from './command'
import { commit } from './commit'
import { type Database, type Kept, readOne } from './database'
import { errandRow, runErrands } from './errand'
import { inform } from './letters'
import { lineRow, type Member, newMember, type Row, write } from './member'
import { type Operation, pendingOperation } from './operation'
import { flush, repair } from './outbox'
import { actionOf } from './trail'

const TRIES = 8
const BACK_OFF_MS = 10
const LOST_RACE = Symbol('lost race')

/**
 * The one write door. However often a command is asked, it runs once: the reply, and a refusal
 * as well, is kept under its key. Refusals are kept because a second tap must not settle what
 * the first tap was told was refused.
 */
export async function once<A, B extends string, T, R extends string>(
  kept: Kept,
  command: Command<A, B>,
  decide: Decide<A, T, R>,
): Promise<Result<T, B | R | 'KEY_REUSED' | 'BUSY'>> {
  for (let lost = 0; lost < TRIES; lost++) {
    if (lost > 0) await kept.sleep(kept.chance() * BACK_OFF_MS * 2 ** lost)
    const reply = await attempt(kept, command, decide)
    if (reply !== LOST_RACE) return reply
  }
  return refuse('BUSY')
}

async function attempt<A, B extends string, T, R extends string>(
  kept: Kept,
  command: Command<A, B>,
  decide: Decide<A, T, R>,
): Promise<Result<T, B | R | 'KEY_REUSED'> | typeof LOST_RACE> {
  const { key, member: id } = command
  const [found, operation, beside, program] = await Promise.all([
    readOne<Member>(kept.db, 'members', id),
    readOne<Operation>(kept.db, 'operations', key),
    command.beside(),
    kept.program(),
  ])
  const fingerprint = `${command.procedure} ${id} ${JSON.stringify(command.input)}`
  const before = operation ?? pendingOperation(found, key)
  // What has been done is not refused for what has changed since; only who may not ask is told nothing.
  if (!beside.ok && beside.refusal === 'FORBIDDEN') return beside
  if (before !== null) return replay<T, R>(before, fingerprint)
  // He knows the key, yet its operation was not there when we looked: it has been flushed since.
  if (found?.recent.includes(key)) return LOST_RACE
  if (!beside.ok) return beside

  const today = businessDayOf(kept.now)
  const timely = found === null ? [] : settleTime(found, today, program)
  const current = found && write(found, timely, key, kept.now).member
  const decided = decide(current, beside.value, today, program)
  if (found === null && !decided.ok) return decided

  const { profile, read, entries: own, rows, errands, hold } = outcomeOf(decided)
  if (hold !== undefined && !hold.taken && !(await hold.take())) return LOST_RACE
  const start = found ?? newMember(id, today)
  const after = [...timely, ...own].reduce(post, start.account)
  const entries = [...own, ...turnExemption(after, today, program)]
  const { member: posted, lines } = write(start, [...timely, ...entries], key, kept.now)
  const seen = read === undefined ? posted.inbox : { ...posted.inbox, read }
  const known = { ...posted, profile: profile ?? start.profile, inbox: seen }
  const { member: next, rows: letters } = inform(known, lines, today, program, kept.now)
  const reply = decided.ok ? accept(decided.value.reply) : decided
  const added: Row[] = [
    ...lines.map(lineRow),
    {
      collection: 'operations',
      document: {
        _id: key,
        fingerprint,
        member: id,
        reply,
        token: hold?.token ?? null,
        ...(decided.ok ? doneBy(command, beside.value, kept) : {}),
      },
    },
    ...letters,
    ...rows,
    ...errands.map((errand) => errandRow(errand, kept.now)),
  ]
  const carried = await carry(kept.db, start.outbox)
  if (!(await commit(kept.db, next, key, [...carried, ...added], kept.now))) return LOST_RACE

  if (await finish(kept, added, hold)) await runErrands(kept, errands, once)
  return reply
}

/** What a colleague did is a record of the trail by being committed; what he was refused changes nothing. */
function doneBy<A, B extends string>({ by, procedure, key }: Command<A, B>, beside: A, { now }: Kept) {
  if (by === undefined) return {}
  const { staff, ...about } = by(beside)
  return { action: actionOf(staff, { procedure, ...about, outcome: 'ok', key, unique: key }, now) }
}

/** Rows of earlier commands that the sweeper has not seen yet. */
const MOST_CARRIED = 24

/**
 * Most likely they were flushed long ago, but nobody has told this function: they stay in the
 * outbox until the sweeper has made sure. Only when they pile up is it done here.
 */
async function carry(db: Database, outbox: Row[]): Promise<Row[]> {
  if (outbox.length <= MOST_CARRIED) return outbox
  await repair(db, outbox)
  return []
}

/** The commit stands; true when everything else does as well. What fails here waits in the outbox and is repeated by the sweeper. */
async function finish(kept: Kept, added: Row[], hold: Hold | undefined): Promise<boolean> {
  const results = await Promise.allSettled([flush(kept.db, added), hold?.settle()])
  const failed = results.filter((result) => result.status === 'rejected')
  for (const { reason } of failed) kept.warn('the outbox waits for the sweeper', reason)
  return failed.length === 0
}

/** A refusal is an outcome too: it writes nothing but its own operation. */
function outcomeOf<T, R extends string>(decided: Result<Decision<T>, R>) {
  if (!decided.ok)
    return { entries: [], rows: [], errands: [], profile: undefined, read: undefined, hold: undefined }
  const { entries, rows = [], errands = [], profile, read, hold } = decided.value
  return { entries, rows, errands, profile, read, hold }
}

const replay = <T, R extends string>(operation: Operation, fingerprint: string) =>
  operation.fingerprint === fingerprint ? (operation.reply as Result<T, R>) : refuse('KEY_REUSED')
