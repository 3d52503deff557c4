import { ALARMS, type Alarm } from '../contract/alarm'
import type { Finding } from '../domain/audit/finding'
import { instantOf } from '../domain/calendar'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'
import { note, record } from './notes'
import type { Staff } from './staff'
import type { Action } from './trail'

/** An alarm (警报) as it is kept. */
export interface KeptAlarm extends Omit<Alarm, 'id' | 'acknowledgedBy'> {
  _id: string
  /** Whether it goes by itself when it is not found any more. */
  lasts: boolean
  /** What it was seen at last, as text that sorts: the start of an audit, a day, a moment. */
  occasion: string
  acknowledged: { staff: string; name: string; at: string } | null
}

/**
 * Say that something was found. The same finding is the same alarm, counted once for each
 * occasion, so that an audit which is run again does not count twice. One that had gone is back.
 */
export async function raise({ db, now }: Kept, found: Finding, occasion: string): Promise<void> {
  const { id, occasion: own = occasion, ...about } = found
  const { severity, lasts } = ALARMS[found.kind]
  const seen = { lastSeen: instantOf(now), occasion: own, expected: found.expected, found: found.found }
  const alarm = { ...about, ...seen, severity, lasts, status: 'open', firstSeen: seen.lastSeen, times: 1 }
  const _id = `${found.kind}.${id}`
  if (await addOnce(db, 'alarms', { _id, ...alarm, acknowledged: null })) return

  const _ = db.command
  const changes = Object.fromEntries(Object.entries(seen).map(([field, value]) => [field, _.set(value)]))
  await db
    .collection('alarms')
    .where({ _id: _.eq(_id), occasion: _.lt(own) })
    .update({ ...changes, times: _.inc(1) })
  await db
    .collection('alarms')
    .where({ _id: _.eq(_id), status: _.eq('gone'), occasion: _.eq(own) })
    .update({ status: _.set('open') })
}

const SHOWN = 100
const SHOWN_SEEN = 20

/** Alarms of a status, newest first, by index. */
function readAlarms(db: Database, status: Alarm['status'], most: number): Promise<KeptAlarm[]> {
  const _ = db.command
  return readMany<KeptAlarm>(
    db
      .collection('alarms')
      .where({ status: _.eq(status) })
      .orderBy('lastSeen', 'desc')
      .limit(most),
  )
}

/** What waits for somebody, newest first. */
export const readOpen = (db: Database) => readAlarms(db, 'open', SHOWN)

/** What waits, and the last of what somebody has seen. */
export async function readOpenAndSeen(db: Database): Promise<KeptAlarm[]> {
  const both = [readOpen(db), readAlarms(db, 'acknowledged', SHOWN_SEEN)]
  return (await Promise.all(both)).flat()
}

export async function countOpenAlarms(db: Database): Promise<number> {
  const _ = db.command
  const open = db.collection('alarms').where({ status: _.eq('open') })
  return (await readMany(open.field({ _id: true }).limit(SHOWN))).length
}

/** False when there is no such alarm. Seen by two, it was seen by the first. */
export async function acknowledge(
  kept: Kept,
  id: string,
  { _id, name }: Staff,
  action: Action,
): Promise<boolean> {
  const { db, now } = kept
  const _ = db.command
  const by = { staff: _id, name, at: instantOf(now) }
  const { updated } = await db
    .collection('alarms')
    .where({ _id: _.eq(id), status: _.eq('open') })
    .update({ status: _.set('acknowledged'), acknowledged: _.set(by), ...note(db, action) })
  if (updated !== 1) return (await readOne(db, 'alarms', id)) !== null
  await record(kept, action)
  return true
}

/** What lasts and was not found by the audit that began at `occasion` is over. */
export async function dismissGone({ db }: Kept, occasion: string): Promise<void> {
  const _ = db.command
  const statuses = ['open', 'acknowledged']
  await db
    .collection('alarms')
    .where({ status: _.in(statuses), lasts: _.eq(true), occasion: _.lt(occasion) })
    .update({ status: _.set('gone') })
}
