import { type CollectionName, type Database, type Kept, type Operator, readMany } from './database'
import { type Action, addAction } from './trail'
import { tryAll } from './try-all'

/**
 * A deed that changes one document is noted in it, by the same write, until its record stands in
 * the trail: killed in between, the sweeper adds it. SEC-02.
 */
export interface Noted {
  notes: Record<string, Action>
  /** The latest of them; empty when none waits. */
  noted: string
}

const NOTED: CollectionName[] = ['staff', 'invitations', 'alarms', 'programs', 'drafts']

/** What a new document says of how it came to be. */
export const withNote = (action: Action): Noted => ({ notes: { [action.id]: action }, noted: action.id })

/** The same, for a document that is changed. */
export const note = ({ command: _ }: Database, action: Action): Record<string, Operator> => ({
  [`notes.${action.id}`]: _.set({ ...action }),
  noted: _.set(action.id),
})

/** The deed stands. A record that cannot be added now is added by the sweeper. */
export async function record(kept: Kept, action: Action): Promise<void> {
  try {
    await addAction(kept.db, action)
  } catch (error) {
    kept.warn('a note waits for the sweeper', error)
  }
}

/** Notes wait a moment before the sweeper looks: their own call is adding them. */
const SWEEP_AFTER_MS = 5_000
const SWEEP_BATCH = 100

/** How many documents were waiting. */
export async function sweepNotes({ db, now }: Kept): Promise<number> {
  const _ = db.command
  const due = { noted: _.gt('').and(_.lt(String(now.getTime() - SWEEP_AFTER_MS))) }
  const waiting = await Promise.all(
    NOTED.map(async (name) => {
      const found = await readMany<Noted & { _id: string }>(db.collection(name).where(due).limit(SWEEP_BATCH))
      await tryAll(found.map((one) => sweepNote(db, name, one)))
      return found.length
    }),
  )
  return waiting.reduce((sum, count) => sum + count)
}

/** Emptied only if nothing has been noted since. */
async function sweepNote(db: Database, name: CollectionName, { _id, notes, noted }: Noted & { _id: string }) {
  for (const action of Object.values(notes)) await addAction(db, action)
  const _ = db.command
  await db
    .collection(name)
    .where({ _id: _.eq(_id), noted: _.eq(noted) })
    .update({ notes: _.set({}), noted: _.set('') })
}
