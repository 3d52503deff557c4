import type { MemberId, Proposal } from '../contract'
import type { AdjustmentProposal, CorrectionProposal } from '../contract/proposal'
import { type Correction, sideOf } from '../domain/audit/compare-account'
import { instantOf } from '../domain/calendar'
import { sideOfKept } from './audit/parse'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'
import type { Member } from './member'

type AsKept<P extends Proposal> = Omit<P, 'id' | 'proposedBy' | 'mine' | 'own'> & {
  _id: string
  /** Null when the night audit proposes. */
  by: { staff: MemberId; name: string } | null
  /** By name; null while nobody has. */
  decided: { by: string; at: string } | null
}
/** A correction of an account as it is kept (更正建议). */
export type KeptCorrection = AsKept<CorrectionProposal>
/** An adjustment beyond what its proposer does alone (待批准的调整). */
export type KeptAdjustment = AsKept<AdjustmentProposal>
export type KeptProposal = KeptCorrection | KeptAdjustment

/** A member has at most one correction that waits; a newer finding takes the place of an older one. */
export async function propose({ db, now }: Kept, member: Member, { to, reason }: Correction): Promise<void> {
  const _id = `${member._id}.${member.seq}`
  const _ = db.command
  const open = { member: _.eq(member._id), status: _.eq('open'), kind: _.eq('correction') }
  const waiting = await readMany<KeptCorrection>(db.collection('proposals').where(open).limit(100))
  if (waiting.some((one) => one._id === _id)) return
  await Promise.all(waiting.map((one) => close(db, one._id, 'outdated', null)))
  const proposal: KeptCorrection = {
    _id,
    kind: 'correction',
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

/** How many of each kind wait, as far as they are counted. */
export async function countOpenProposals(db: Database): Promise<Record<Proposal['kind'], number>> {
  const _ = db.command
  const open = db.collection('proposals').where({ status: _.eq('open') })
  const found = await readMany<Pick<Proposal, 'kind'>>(open.field({ kind: true }).limit(100))
  const count = (of: Proposal['kind']) => found.filter(({ kind }) => kind === of).length
  return { correction: count('correction'), adjustment: count('adjustment') }
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
