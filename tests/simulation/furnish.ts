import { JOBS } from '../../cloudfunctions/jobs/jobs'
import type { CollectionName } from '../../core/store/database'
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

/** Puts documents where they are when a history begins. */
type Lay = (name: CollectionName, documents: object[]) => Promise<unknown>

/** A new house is audited every night, and its timer has never ticked. */
export async function furnish(lay: Lay, house: House, isNew: boolean): Promise<void> {
  const boundAt = '2026-01-01T12:00:00+08:00'
  await lay(
    'programs',
    house.programs.map((program) => ({ _id: program.version, ...program })),
  )
  await lay('branches', BRANCHES)
  await lay(
    'staff',
    STAFF.map((one) => ({ ...one, active: true, boundAt })),
  )
  await lay(
    'stock',
    [...house.stock].map(([_id, left]) => ({ _id, left, issued: 0, holds: {} })),
  )
  await lay('proposals', PROPOSALS)
  if (!isNew) await lay('jobs', [NO_MORE_AUDITS, ...tickedBefore(house)])
}
