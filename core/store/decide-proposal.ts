import type { BusinessDay, Entry, MemberId, Points, Program } from '../contract'
import { instantOf } from '../domain/calendar'
import { accept, type Result, refuse } from '../domain/result'
import { approvedAdjustment } from './adjust'
import type { LineDocument } from './audit/audited-member'
import { readOf } from './audit/read-of'
import type { Decide } from './command'
import { correct } from './correct'
import { type Kept, readMany } from './database'
import type { Member } from './member'
import { once } from './once'
import { findOperation } from './operation'
import { close, type KeptProposal, readOpenProposals } from './proposals'
import type { Staff } from './staff'
import { tryAll } from './try-all'

/** What was approved of an adjustment, and who had proposed it: he is who gave or took it. CAP-03. */
export type Adjusted = { kind: 'given' | 'taken'; points: Points; staff: MemberId; name: string }
/** `by` is a name. */
type Decided = { approved: boolean; by: string; adjusted?: Adjusted }
type No =
  | 'PROPOSER_CANNOT_APPROVE'
  | 'OWN_ACCOUNT'
  | 'PROPOSAL_ALREADY_DECIDED'
  | 'PROPOSAL_OUTDATED'
  | 'BUSY'

/**
 * A person decides, once: the decision is a command on the member, under a key that the proposal
 * gives, so that of two who decide otherwise one is told that it was decided. Killed before the
 * proposal is taken off the list, whoever decides next is told what was decided, and the sweeper takes it off.
 */
export async function decideProposal(
  kept: Kept,
  proposal: KeptProposal,
  approve: boolean,
  staff: Staff,
): Promise<Result<Decided, No>> {
  if (proposal.by?.staff === staff._id) return refuse('PROPOSER_CANNOT_APPROVE')
  if (proposal.member === staff._id) return refuse('OWN_ACCOUNT')
  const reply = { approved: approve, by: staff.name, ...(approve ? adjustedBy(proposal) : {}) }
  const key = keyOfDecision(proposal)
  const command = {
    procedure: 'manager.decideProposal',
    key,
    member: proposal.member,
    input: { proposal: proposal._id, approve },
    by: () => ({ staff, member: proposal.member, subject: approve ? 'approve' : 'reject' }),
    beside: async () => accept(await linesFor(kept, proposal)),
  }
  const decide: Decide<LineDocument[], Decided, 'PROPOSAL_OUTDATED'> = (member, documents, on, program) => {
    if (member === null) return refuse('PROPOSAL_OUTDATED')
    if (!approve) return accept({ entries: [], reply })
    const entries = entriesOf(member, documents, proposal, on, program, staff.name)
    return entries === null ? refuse('PROPOSAL_OUTDATED') : accept({ entries, reply })
  }
  const decided = await once<LineDocument[], 'BUSY', Decided, 'PROPOSAL_OUTDATED'>(kept, command, decide)
  if (decided.ok || decided.refusal !== 'BUSY') await takeOffTheList(kept, proposal)
  if (decided.ok) return decided
  return refuse(decided.refusal === 'KEY_REUSED' ? 'PROPOSAL_ALREADY_DECIDED' : decided.refusal)
}

function adjustedBy(proposal: KeptProposal): { adjusted?: Adjusted } {
  if (proposal.kind !== 'adjustment' || proposal.by === null) return {}
  const kind = proposal.direction === 'give' ? 'given' : 'taken'
  return { adjusted: { kind, points: proposal.points, ...proposal.by } }
}

const keyOfDecision = ({ kind, _id }: Pick<KeptProposal, 'kind' | '_id'>): string => `${kind}.${_id}`

/** Only a correction is worked out from all his lines. */
const linesFor = async ({ db }: Kept, { kind, member }: KeptProposal): Promise<LineDocument[]> =>
  kind === 'correction' ? readOf<LineDocument>(db, 'entries', [member]) : []

/** Null when what was proposed cannot be done any more. */
function entriesOf(
  member: Member,
  documents: readonly LineDocument[],
  proposal: KeptProposal,
  on: BusinessDay,
  program: Program,
  approvedBy: string,
): Entry[] | null {
  if (proposal.kind === 'adjustment') return approvedAdjustment(member, proposal, on, program)
  const entry = correct(member, documents, proposal, on, approvedBy)
  return entry && [entry]
}

/** As it was decided, whoever asked. Nothing while nobody has. */
async function takeOffTheList({ db, now }: Kept, proposal: KeptProposal): Promise<void> {
  const { _id, member } = proposal
  const operation = await findOperation(db, keyOfDecision(proposal), member)
  const reply = operation?.reply as Result<Decided, string> | undefined
  if (reply === undefined) return
  if (!reply.ok) return close(db, _id, 'outdated', null)
  const { approved, by } = reply.value
  await close(db, _id, approved ? 'approved' : 'rejected', { by, at: instantOf(now) })
}

/**
 * Take off the list what was decided by a function that was killed before it did so. Returns how many there were;
 * a decision that still waits in its member's outbox is found by a later tick. I15.
 */
export async function sweepProposals(kept: Kept): Promise<number> {
  const { db } = kept
  const open = await readOpenProposals(db)
  if (open.length === 0) return 0
  const made = db.collection('operations').where({ _id: db.command.in(open.map(keyOfDecision)) })
  const decided = await readMany<{ _id: string }>(made.field({ _id: true }).limit(open.length))
  const left = open.filter((proposal) => decided.some(({ _id }) => _id === keyOfDecision(proposal)))
  await tryAll(left.map((proposal) => takeOffTheList(kept, proposal)))
  return left.length
}
