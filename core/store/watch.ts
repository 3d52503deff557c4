import { type Finding, finding } from '../domain/audit/finding'
import { BURST_MS, STAFF_BURST, STUCK_MS } from '../domain/audit/thresholds'
import { businessDayOf } from '../domain/calendar'
import { raise } from './alarms'
import { type CollectionName, type Kept, readMany, readOne } from './database'
import { failingProcedures } from './health'
import type { Member } from './member'
import type { Staff } from './staff'
import type { Action } from './trail'

/** What should not wait for the night, looked at by every tick. Returns how much was found. RISK-08. */
export async function watch(kept: Kept): Promise<number> {
  const looks = [stuckOutboxes(kept), staffBursts(kept), failingProcedures(kept)]
  const findings = (await Promise.all(looks)).flat()
  for (const found of findings) await raise(kept, found, kept.now.toISOString())
  return findings.length
}

const MOST_STUCK = 20

/** The sweeper cannot empty them. I15. */
async function stuckOutboxes({ db, now }: Kept): Promise<Finding[]> {
  const _ = db.command
  const since = _.gt(0).and(_.lt(now.getTime() - STUCK_MS))
  const stuck = db.collection('members').where({ outboxSince: since })
  const members = await readMany<Pick<Member, '_id' | 'outboxSince'>>(
    stuck.field({ outboxSince: true }).limit(MOST_STUCK),
  )
  return members.map(({ _id, outboxSince }) => {
    const minutes = Math.floor((now.getTime() - outboxSince) / 60_000)
    return finding('OUTBOX_STUCK', _id, _id, { expected: STUCK_MS / 60_000, found: minutes })
  })
}

/** One colleague does more in ten minutes than two hands can. One alarm for a colleague and a day. */
async function staffBursts(kept: Kept): Promise<Finding[]> {
  const actors = (
    await Promise.all([
      whoActed(kept, 'redemptions', ['cashier.redeemCode', 'cashier.reverseClaim']),
      whoActed(kept, 'operations', ['cashier.settleBill']),
    ])
  ).flat()
  const times = new Map<string, number>()
  for (const staff of actors) times.set(staff, (times.get(staff) ?? 0) + 1)
  const bursts = [...times].filter(([, often]) => often > STAFF_BURST)
  return Promise.all(bursts.map(([staff, often]) => burst(kept, staff, often)))
}

async function burst({ db, now }: Kept, staff: string, found: number): Promise<Finding> {
  const day = businessDayOf(now)
  const subject = (await readOne<Staff>(db, 'staff', staff))?.name ?? staff
  const about = { subject, expected: STAFF_BURST, found, occasion: day }
  return finding('STAFF_BURST', null, `${staff}.${day}`, about)
}

const MOST_ACTIONS = 1000

/** By what is kept in the trail. */
async function whoActed(
  { db, now }: Kept,
  name: CollectionName,
  procedures: readonly string[],
): Promise<string[]> {
  const _ = db.command
  const since = _.gt(String(now.getTime() - BURST_MS))
  const lately = { 'action.procedure': _.in(procedures), 'action.id': since }
  const done = db.collection(name).where(lately).field({ action: true })
  return (await readMany<{ action: Action }>(done.limit(MOST_ACTIONS))).map(({ action }) => action.staff)
}
