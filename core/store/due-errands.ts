import { finding } from '../domain/audit/finding'
import { businessDayOf } from '../domain/calendar'
import { groupBy } from '../domain/group-by'
import { raise } from './alarms'
import { type Kept, readMany } from './database'
import { type KeptErrand, runErrand } from './errand'
import { once } from './once'
import { tryAll } from './try-all'

const BATCH = 100
/** Tried again after one minute, two, four …; at last once an hour, with an alarm. */
const FIRST_MS = 60_000
const LONGEST_MS = 3_600_000
const TOLD_FROM = 5

/**
 * Do what commands left undone. An errand that cannot be done is put aside for longer and longer, so that
 * it stops no other, and from the fifth try on somebody is told. Returns how many were due; call again
 * while there are more. F8, I15.
 */
export async function runDueErrands(kept: Kept): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const due = { dueAt: _.gt(0).and(_.lte(now.getTime())) }
  const errands = await readMany<KeptErrand>(db.collection('errands').where(due).limit(BATCH))
  await tryAll(byMember(errands).map((his) => oneByOne(kept, his)))
  return { due: errands.length, more: errands.length === BATCH }
}

/** Errands to one member at once would only take each other's place at the write door. */
async function oneByOne(kept: Kept, his: readonly KeptErrand[]): Promise<void> {
  for (const errand of his) await attempt(kept, errand)
}

/** Whose they are; of his, each after the one without whose outcome it cannot be decided. */
const byMember = (errands: readonly KeptErrand[]): KeptErrand[][] => [
  ...groupBy(inOrder(errands), ({ to }) => to).values(),
]

function inOrder(errands: readonly KeptErrand[]): Set<KeptErrand> {
  const known = new Map(errands.map((errand) => [errand._id, errand]))
  const ordered = new Set<KeptErrand>()
  const take = (errand: KeptErrand) => {
    const before = known.get(errand.after ?? '')
    if (before !== undefined && !ordered.has(before)) take(before)
    ordered.add(errand)
  }
  for (const errand of errands) take(errand)
  return ordered
}

async function attempt(kept: Kept, errand: KeptErrand): Promise<void> {
  try {
    if (await runErrand(kept, { ...errand, id: errand._id }, once)) return
  } catch (error) {
    kept.warn('an errand is put off', error)
  }
  await putOff(kept, errand)
}

async function putOff(kept: Kept, { _id, to, tries, dueAt }: KeptErrand): Promise<void> {
  const { db, now } = kept
  const next = now.getTime() + Math.min(FIRST_MS * 2 ** tries, LONGEST_MS)
  const _ = db.command
  await db
    .collection('errands')
    .where({ _id: _.eq(_id), dueAt: _.eq(dueAt) })
    .update({ dueAt: _.set(next), tries: _.inc(1) })
  if (tries + 1 < TOLD_FROM) return
  const found = finding('ERRAND_STUCK', to, _id, { found: tries + 1 })
  await raise(kept, found, businessDayOf(now))
}
