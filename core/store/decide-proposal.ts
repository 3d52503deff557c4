import type { Entry } from '../contract'
import { points } from '../domain/amounts'
import { changesAlike, correctionFor, sideOf } from '../domain/audit/compare-account'
import { readLedger } from '../domain/audit/read-ledger'
import { instantOf } from '../domain/calendar'
import { accept, type Result, refuse } from '../domain/result'
import { type LineDocument, linesOf, withDamage } from './audit/audited-member'
import { readAccount, sideOfKept } from './audit/parse'
import { readOf } from './audit/read-of'
import type { Decide } from './command'
import type { Kept } from './database'
import type { Member } from './member'
import { once } from './once'
import { findOperation } from './operation'
import { close, type KeptProposal } from './proposals'
import type { Staff } from './staff'

/** `by` is a name. */
type Decided = { approved: boolean; by: string }
type No = 'PROPOSER_CANNOT_APPROVE' | 'PROPOSAL_ALREADY_DECIDED' | 'PROPOSAL_OUTDATED' | 'BUSY'

/**
 * A person decides, once: the decision is a command on the member, under a key that the proposal
 * gives, so that of two who decide otherwise one is told that it was decided. Killed before the
 * proposal is taken off the list, whoever decides next is told what was decided.
 */
export async function decideProposal(
  kept: Kept,
  proposal: KeptProposal,
  approve: boolean,
  staff: Staff,
): Promise<Result<Decided, No>> {
  if (proposal.by?.staff === staff._id) return refuse('PROPOSER_CANNOT_APPROVE')
  const reply = { approved: approve, by: staff.name }
  const key = `correction.${proposal._id}`
  const command = {
    procedure: 'manager.decideProposal',
    key,
    member: proposal.member,
    input: { proposal: proposal._id, approve },
    by: () => ({ staff, member: proposal.member, subject: approve ? 'approve' : 'reject' }),
    beside: async () => accept(await readOf<LineDocument>(kept.db, 'entries', [proposal.member])),
  }
  const decide: Decide<LineDocument[], Decided, 'PROPOSAL_OUTDATED'> = (member, documents, on) => {
    if (member === null) return refuse('PROPOSAL_OUTDATED')
    if (!approve) return accept({ entries: [], reply })
    const entry = correct(member, documents, proposal, on, staff.name)
    return entry === null ? refuse('PROPOSAL_OUTDATED') : accept({ entries: [entry], reply })
  }
  const decided = await once<LineDocument[], 'BUSY', Decided, 'PROPOSAL_OUTDATED'>(kept, command, decide)
  if (decided.ok || decided.refusal !== 'BUSY') await takeOffTheList(kept, proposal, key)
  if (decided.ok) return decided
  return refuse(decided.refusal === 'KEY_REUSED' ? 'PROPOSAL_ALREADY_DECIDED' : decided.refusal)
}

/** As it was decided, whoever asked. */
async function takeOffTheList({ db, now }: Kept, { _id, member }: KeptProposal, key: string): Promise<void> {
  const reply = (await findOperation(db, key, member))?.reply as Result<Decided, string> | undefined
  if (reply === undefined) return
  if (!reply.ok) return close(db, _id, 'outdated', null)
  const { approved, by } = reply.value
  await close(db, _id, approved ? 'approved' : 'rejected', { by, at: instantOf(now) })
}

/** Worked out anew from what is there now: he may have dined since. Null when it would do something else. */
function correct(
  member: Member,
  documents: readonly LineDocument[],
  proposal: KeptProposal,
  on: Entry['on'],
  approvedBy: string,
): Entry | null {
  const { lines, damaged } = linesOf(member, documents)
  const reading = withDamage(readLedger(lines, member.seq), damaged)
  const correction = correctionFor(readAccount(member.account), reading, member.seq)
  if (correction === null || correction.reason !== proposal.reason) return null
  const before = sideOfKept(member.account)
  if (!changesAlike({ before, after: sideOf(correction.to) }, proposal)) return null
  const { reason, to } = correction
  return {
    type: 'AccountCorrected',
    on,
    reason,
    shown: before.balance,
    running: reading.last?.balance ?? points(0),
    account: to,
    proposal: proposal._id,
    approvedBy,
  }
}
