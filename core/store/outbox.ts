import { addOnce, type CollectionName, type Database, isDuplicate, type Kept, readMany } from './database'
import { type MemberRange, within } from './lanes'
import type { Member, Row } from './member'
import { notAside, treatTogether } from './set-aside'
import { tryAll } from './try-all'

/** Put new rows in their collections: one call for each collection, or for each portion of many. */
export async function flush(db: Database, rows: readonly Row[]): Promise<void> {
  await Promise.all(
    byCollection(rows).map(async ([name, documents]) => {
      if (!(await addAll(db, name, documents))) await addMissing(db, name, documents)
    }),
  )
}

/** Make sure of rows that most likely stand there already: look first, add what is missing. */
export async function repair(db: Database, rows: readonly Row[]): Promise<void> {
  await Promise.all(byCollection(rows).map(([name, documents]) => addMissing(db, name, documents)))
}

type Documents = Row['document'][]

/** Documents in one call: far from all limits on what a call may carry. */
const AT_ONCE = 200

function byCollection(rows: readonly Row[]): [CollectionName, Documents][] {
  const names = [...new Set(rows.map(({ collection }) => collection))]
  return names.flatMap((name) => {
    const all = rows.filter(({ collection }) => collection === name).map(({ document }) => document)
    const portions = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
      all.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
    )
    return portions.map((portion): [CollectionName, Documents] => [name, portion])
  })
}

/** False when any stood there before; then none, or only some, may have been added. */
async function addAll(db: Database, name: CollectionName, documents: Documents): Promise<boolean> {
  try {
    await db.collection(name).add(documents.length === 1 ? (documents[0] ?? {}) : documents)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

async function addMissing(db: Database, name: CollectionName, documents: Documents): Promise<void> {
  const ids = documents.map(({ _id }) => _id)
  const query = db.collection(name).where({ _id: db.command.in(ids) })
  const standing = await readMany<{ _id: string }>(query.field({ _id: true }).limit(ids.length))
  const known = new Set(standing.map(({ _id }) => _id))
  const missing = documents.filter(({ _id }) => !known.has(_id))
  if (missing.length === 0 || (await addAll(db, name, missing))) return
  for (const document of missing) await addOnce(db, name, document)
}

/** Rows stay in the outbox a moment before the sweeper looks: their own command is flushing them. */
const SWEEP_AFTER_MS = 5_000
const SWEEP_BATCH = 100

/**
 * Finish what a killed function left: flush outboxes, those of a batch together, and empty each. Returns how many
 * members were waiting; call again while there are more. I15.
 */
export async function sweepOutboxes(
  kept: Kept,
  range: MemberRange = null,
): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const waiting = await readMany<Member>(
    db
      .collection('members')
      .where({
        outboxSince: _.gt(0).and(_.lt(now.getTime() - SWEEP_AFTER_MS)),
        ...notAside(kept),
        ...within(kept, range),
      })
      .limit(SWEEP_BATCH),
  )
  await treatTogether(kept, 'swept', waiting, (some) => sweep(db, some))
  return { due: waiting.length, more: waiting.length === SWEEP_BATCH }
}

/** Emptied only if nobody has written the member since: otherwise these are other rows. */
async function sweep(db: Database, members: readonly Member[]): Promise<void> {
  const rows = members.flatMap(({ outbox }) => outbox)
  await repair(db, rows)
  const _ = db.command
  await tryAll(
    members.map(({ _id, version }) =>
      db
        .collection('members')
        .where({ _id: _.eq(_id), version: _.eq(version) })
        .update({ outbox: _.set([]), outboxSince: _.set(0) }),
    ),
  )
}
