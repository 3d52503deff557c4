import type { BusinessDay } from '../../contract'
import { businessDayOf, instantOf } from '../../domain/calendar'
import { addOnce, type Database, type Kept, readOne } from '../database'

export type Stage = 'members' | 'codes' | 'shelves' | 'staff' | 'end'

const NEXT: Record<Stage | 'done', Stage | 'done'> = {
  members: 'codes',
  codes: 'shelves',
  shelves: 'staff',
  staff: 'end',
  end: 'done',
  done: 'done',
}

/** How far the night's audit has come, so that whoever goes on knows where. One document. */
export interface Run {
  _id: string
  day: BusinessDay
  /** Names the run: text that sorts by time. */
  startedAt: string
  stage: Stage | 'done'
  after: string
  members: number
  findings: number
  /** The last one that came to its end. */
  last: Finished | null
}

export interface Finished {
  day: BusinessDay
  startedAt: string
  endedAt: string
  members: number
  findings: number
}

const RUN = 'reconcile'

const readRun = (db: Database) => readOne<Run>(db, 'jobs', RUN)

export const readLastAudit = async (db: Database): Promise<Finished | null> =>
  (await readRun(db))?.last ?? null

/**
 * The run to go on with: the one that was left, otherwise a new one if this business day has had
 * none, or if it is asked for again. Null when there is nothing to do.
 */
export async function openRun({ db, now }: Kept, again: boolean): Promise<Run | null> {
  const found = await readRun(db)
  if (found !== null && found.stage !== 'done') return found
  const day = businessDayOf(now)
  if (found !== null && found.day >= day && !again) return null
  const last = found?.last ?? null
  const startedAt = now.toISOString()
  const run: Run = { _id: RUN, day, startedAt, stage: 'members', after: '', members: 0, findings: 0, last }
  if (found === null) return (await addOnce(db, 'jobs', { ...run })) ? run : readRun(db)
  return move(db, found, run)
}

/** After a page: further in the stage, or at the beginning of the next. Not kept yet. */
export function advance(
  now: Date,
  run: Run,
  page: { after: string | null; seen: number; findings: number },
): Run {
  const members = run.members + page.seen
  const findings = run.findings + page.findings
  if (page.after !== null) return { ...run, after: page.after, members, findings }
  const stage = NEXT[run.stage]
  const { day, startedAt } = run
  const ended = { day, startedAt, endedAt: instantOf(now), members, findings }
  const last = stage === 'done' ? ended : run.last
  return { ...run, stage, after: '', members, findings, last }
}

/** Keep how far it has come. Null when another tick was quicker: then the run is his. */
export async function move(db: Database, from: Run, to: Run): Promise<Run | null> {
  const _ = db.command
  const { _id, startedAt, stage, after } = from
  const here = { _id: _.eq(_id), startedAt: _.eq(startedAt), stage: _.eq(stage), after: _.eq(after) }
  const { _id: _same, ...fields } = to
  const changes = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, _.set(value)]))
  const { updated } = await db.collection('jobs').where(here).update(changes)
  return updated === 1 ? to : null
}
