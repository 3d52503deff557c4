import type { MemberId } from '../contract'
import { type Arrival, doTask, type Errand } from '../domain/errand'
import { accept, assert, type Result, refuse } from '../domain/result'
import type { Command, Once } from './command'
import type { Kept } from './database'
import type { Row } from './member'
import { findOperation } from './operation'
import { readStaff } from './staff'

/** An errand (转办) as it is kept: a row of the command that decided it, then its own progress. */
export interface KeptErrand extends Omit<Errand, 'id'> {
  _id: string
  /** When the timer looks for it, in ms; 0 when it is done. */
  dueAt: number
  /** How often it was tried and could not be done. */
  tries: number
  /** What came of it: `ok`, or the refusal it was answered; null while it is open. */
  outcome: string | null
}

/** The command that decided it tries it itself; the timer leaves it alone so long. */
const OWN_MS = 5_000

export const errandRow = ({ id, ...errand }: Errand, now: Date): Row => {
  const kept: KeptErrand = { _id: id, ...errand, dueAt: now.getTime() + OWN_MS, tries: 0, outcome: null }
  return { collection: 'errands', document: { ...kept } }
}

/**
 * Do them at once, after the commit that decided them. What cannot be done now waits for the timer: the
 * command stands, and its answer does not hang on another member.
 */
export async function runErrands(kept: Kept, errands: readonly Errand[], once: Once): Promise<void> {
  for (const result of await Promise.allSettled(errands.map((errand) => runErrand(kept, errand, once))))
    if (result.status === 'rejected') kept.warn('an errand waits for the timer', result.reason)
}

/** It could not be decided now: too many write this member, or what comes before it is not done. */
const LATER: readonly string[] = ['BUSY', 'TOO_EARLY']

/** Do one, as a command of whom it is for: however often it is tried, it is done once. False: not yet. */
export async function runErrand(kept: Kept, errand: Errand, once: Once): Promise<boolean> {
  const { id, task } = errand
  const done = await once<Arrival, 'TOO_EARLY', null, string>(
    kept,
    commandOf(kept, errand),
    (member, arrival, today, program) => {
      if (member === null) return refuse('MEMBER_NOT_FOUND')
      const decided = doTask(member.account, task, arrival, today, program)
      return decided.ok ? accept({ entries: decided.value, reply: null }) : decided
    },
  )
  const outcome = outcomeOf(done)
  if (LATER.includes(outcome)) return false
  assert(outcome !== 'KEY_REUSED', `errand ${id} was another before`)
  const _ = kept.db.command
  const open = { _id: _.eq(id), dueAt: _.gt(0) }
  await kept.db
    .collection('errands')
    .where(open)
    .update({ dueAt: _.set(0), outcome: _.set(outcome) })
  return true
}

const outcomeOf = (done: Result<unknown, string>): string => (done.ok ? 'ok' : done.refusal)

/** Under which an errand is a command of whom it is for. */
const errandKey = (id: string): string => `errand.${id}`

function commandOf(kept: Kept, { id, to, task, after }: Errand): Command<Arrival, 'TOO_EARLY'> {
  const beside = async (): Promise<Result<Arrival, 'TOO_EARLY'>> => {
    const [before, isStaff] = await Promise.all([
      after === null ? null : findOperation(kept.db, errandKey(after), to),
      worksHere(kept, [to, task.friend]),
    ])
    if (after === null) return accept({ isStaff, before: null })
    return before === null ? refuse('TOO_EARLY') : accept({ isStaff, before: outcomeOf(before.reply) })
  }
  return { procedure: `errand.${task.kind}`, key: errandKey(id), member: to, input: { id }, beside }
}

/** Any of them. RISK-01. */
export async function worksHere({ db }: Kept, people: readonly MemberId[]): Promise<boolean> {
  const found = await Promise.all(people.map((one) => readStaff(db, one)))
  return found.some((staff) => staff?.active === true)
}
