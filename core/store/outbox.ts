import { addOnce, type Database, isDuplicate, type Kept, readMany } from './database'
import type { Member, Row } from './member'

/** Put rows in their collections. Those that stand there already are done. */
export async function flush(db: Database, rows: readonly Row[]): Promise<void> {
  const names = [...new Set(rows.map(({ collection }) => collection))]
  await Promise.all(
    names.map(async (name) => {
      const documents = rows.filter(({ collection }) => collection === name).map(({ document }) => document)
      if (await addAll(db, name, documents)) return
      for (const document of documents) await addOnce(db, name, document)
    }),
  )
}

/** One call for all of them; false when any stood there before, and then none may have been added. */
async function addAll(db: Database, name: Row['collection'], documents: Row['document'][]): Promise<boolean> {
  const [only] = documents
  if (only !== undefined && documents.length === 1) {
    await addOnce(db, name, only)
    return true
  }
  try {
    await db.collection(name).add(documents)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Rows stay in the outbox a moment before the sweeper looks: their own command is flushing them. */
const SWEEP_AFTER_MS = 5_000
const SWEEP_BATCH = 100

/**
 * Finish what a killed function left: flush outboxes and empty them. Returns how many members
 * were waiting; call again while there are more. I15.
 */
export async function sweepOutboxes({ db, now }: Kept): Promise<{ due: number; more: boolean }> {
  const _ = db.command
  const waiting = await readMany<Member>(
    db
      .collection('members')
      .where({ outboxSince: _.gt(0).and(_.lt(now.getTime() - SWEEP_AFTER_MS)) })
      .limit(SWEEP_BATCH),
  )
  await Promise.all(waiting.map((member) => sweepOutbox(db, member)))
  return { due: waiting.length, more: waiting.length === SWEEP_BATCH }
}

/** Emptied only if nobody has written the member since: otherwise these are other rows. */
async function sweepOutbox(db: Database, member: Member): Promise<void> {
  await flush(db, member.outbox)
  const _ = db.command
  await db
    .collection('members')
    .where({ _id: _.eq(member._id), version: _.eq(member.version) })
    .update({ outbox: _.set([]), outboxSince: _.set(0) })
}
