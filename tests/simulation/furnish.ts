import { JOBS } from '../../cloudfunctions/jobs/jobs'
import type { Database } from '../../core/store/database'
import { lanesOf } from '../../core/store/lanes'
import { BRANCHES, type House, MANAGER, MEMBERS, STAFF } from './house'

const side = { balance: 60, qualifyingSpend: 0, bills: 0, tier: 'silver' }
/** Corrections of sound accounts, one of them proposed by the manager herself. */
export const PROPOSALS = MEMBERS.map((member, index) => ({
  _id: `${member}.1`,
  kind: 'correction',
  member,
  reason: 'ACCOUNT_DIFFERED',
  before: side,
  after: { ...side, balance: 100 },
  status: 'open',
  by: index === 2 ? { staff: MANAGER, name: 'mia' } : null,
  createdAt: '2026-01-01T12:00:00+08:00',
  decided: null,
}))

/** A night's audit that has looked at everything for ever. */
const NO_MORE_AUDITS = { _id: 'reconcile', day: '9999-12-31', startedAt: '', stage: 'done', after: '' }

/** A timer that did everything a moment ago. */
const tickedBefore = ({ beginsAt, lanes }: House) => {
  const done = Object.fromEntries(Object.keys(JOBS).map((job) => [job, beginsAt - 60_000]))
  return lanesOf(lanes).map(({ id }) => ({ _id: id, lease: null, done }))
}

/** A new house is audited every night, and its timer has never ticked. */
export async function furnish(db: Database, house: House, isNew: boolean): Promise<void> {
  const boundAt = '2026-01-01T12:00:00+08:00'
  await db.collection('programs').add(house.programs.map((program) => ({ _id: program.version, ...program })))
  await db.collection('branches').add(BRANCHES)
  await db.collection('staff').add(STAFF.map((one) => ({ ...one, active: true, boundAt })))
  const shelves = [...house.stock].map(([_id, left]) => ({ _id, left, issued: 0, holds: {} }))
  await db.collection('stock').add(shelves)
  await db.collection('proposals').add(PROPOSALS)
  if (!isNew) await db.collection('jobs').add([NO_MORE_AUDITS, ...tickedBefore(house)])
}
