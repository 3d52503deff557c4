import type { BusinessDay } from '../contract'
import { type Finding, finding } from '../domain/audit/finding'
import { ERROR_RATE_PERCENT } from '../domain/audit/thresholds'
import { addDays, businessDayOf } from '../domain/calendar'
import { type Counts, failedPercent, failsTooOften } from '../domain/health'
import { addOnce, type Database, type Kept, readMany } from './database'

/** How the procedures of one function did on one business day (系统状况). */
export interface Health {
  /** `<function>.<day>` */
  _id: string
  name: string
  day: BusinessDay
  procedures: Record<string, Counts>
}

/** Add what one instance has counted: one call, three for the first of a day. */
export async function addHealth(
  { db, now }: Kept,
  name: string,
  counted: ReadonlyMap<string, Counts>,
): Promise<void> {
  const day = businessDayOf(now)
  const _id = `${name}.${day}`
  if (await addTo(db, _id, counted)) return
  if (await addOnce(db, 'health', { _id, name, day, procedures: Object.fromEntries(counted) })) return
  await addTo(db, _id, counted)
}

async function addTo(db: Database, _id: string, counted: ReadonlyMap<string, Counts>): Promise<boolean> {
  const _ = db.command
  const changes = [...counted].flatMap(([procedure, counts]) =>
    Object.entries(counts).map(([field, n]) => [`procedures.${procedure}.${field}`, _.inc(n)] as const),
  )
  const { updated } = await db
    .collection('health')
    .where({ _id: _.eq(_id) })
    .update(Object.fromEntries(changes))
  return updated === 1
}

/** Nobody has as many functions in a week. */
const MOST = 100

/** Every function on every day from one on, by index. */
export function readHealth(db: Database, since: BusinessDay): Promise<Health[]> {
  const _ = db.command
  return readMany<Health>(
    db
      .collection('health')
      .where({ day: _.gte(since) })
      .limit(MOST),
  )
}

/** One alarm for a procedure and a day. */
export async function failingProcedures({ db, now }: Kept): Promise<Finding[]> {
  const day = businessDayOf(now)
  return (await readHealth(db, day)).flatMap(({ name, procedures }) =>
    Object.entries(procedures)
      .filter(([, counts]) => failsTooOften(counts))
      .map(([procedure, counts]) => {
        const subject = `${name}.${procedure}`
        const about = { subject, expected: ERROR_RATE_PERCENT, found: failedPercent(counts), occasion: day }
        return finding('ERROR_RATE', null, `${subject}.${day}`, about)
      }),
  )
}

const FORGET_DAYS = 90

export async function forgetHealth({ db, now }: Kept): Promise<void> {
  const _ = db.command
  await db
    .collection('health')
    .where({ day: _.lt(addDays(businessDayOf(now), -FORGET_DAYS)) })
    .remove()
}
