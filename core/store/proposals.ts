import type { MemberId, Proposal } from '../contract'
import { type Correction, sideOf } from '../domain/audit/compare-account'
import { instantOf } from '../domain/calendar'
import { sideOfKept } from './audit/parse'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'
import type { Member } from './member'

/** A correction of an account as it is kept (更正建议). */
export interface KeptProposal extends Omit<Proposal, 'id' | 'proposedBy' | 'mine'> {
  _id: string
  /** Null when the night audit proposes. */
  by: { staff: MemberId; name: string } | null
  /** By name; null while nobody has. */
  decided: { by: string; at: string } | null
}

/** A member has at most one that waits; a newer finding takes the place of an older one. */
export async function propose({ db, now }: Kept, member: Member, { to, reason }: Correction): Promise<void> {
  const _id = `${member._id}.${member.seq}`
  const _ = db.command
  const open = { member: _.eq(member._id), status: _.eq('open') }
  const waiting = await readMany<KeptProposal>(db.collection('proposals').where(open).limit(100))
  if (waiting.some((one) => one._id === _id)) return
  await Promise.all(waiting.map((one) => close(db, one._id, 'outdated', null)))
  const proposal: KeptProposal = {
    _id,
    member: member._id,
    reason,
    before: sideOfKept(member.account),
    after: sideOf(to),
    status: 'open',
    by: null,
    createdAt: instantOf(now),
    decided: null,
  }
  await addOnce(db, 'proposals', { ...proposal })
}

export const readProposal = (db: Database, id: string) => readOne<KeptProposal>(db, 'proposals', id)

/** Newest first, by index. */
export function readOpenProposals(db: Database): Promise<KeptProposal[]> {
  const _ = db.command
  return readMany<KeptProposal>(
    db
      .collection('proposals')
      .where({ status: _.eq('open') })
      .orderBy('createdAt', 'desc')
      .limit(100),
  )
}

export async function countOpenProposals(db: Database): Promise<number> {
  const _ = db.command
  const open = db.collection('proposals').where({ status: _.eq('open') })
  return (await readMany(open.field({ _id: true }).limit(100))).length
}

/** The decision itself is kept with the member; this only takes it off the list. */
export async function close(
  db: Database,
  id: string,
  status: Exclude<Proposal['status'], 'open'>,
  decided: KeptProposal['decided'],
): Promise<void> {
  const _ = db.command
  await db
    .collection('proposals')
    .where({ _id: _.eq(id), status: _.eq('open') })
    .update({ status: _.set(status), decided: _.set(decided) })
}
