import type { Entry, MemberId } from '../contract'
import { release } from '../domain/release'
import { accept, type Result, refuse } from '../domain/result'
import { mayReview, waitingForReview } from '../domain/reviews'
import type { Command, Decide } from './command'
import { type Kept, readOne } from './database'
import { readLedger } from './ledger'
import type { Member } from './member'
import { once } from './once'
import { findOperation } from './operation'
import type { Staff } from './staff'
import type { Action } from './trail'

export interface Verdict {
  member: MemberId
  /** The id of what waits. */
  pending: string
  approve: boolean
  note: string
}

type Shut = 'REVIEW_NOT_FOUND' | 'ANOTHER_BRANCH' | 'OWN_ACCOUNT' | 'CREDITOR_CANNOT_APPROVE'
type Decided = { approved: boolean }

/**
 * A person lets points come that were beyond the cap of their day, or says no. A command on the member
 * under a key that the points give, so that of two who decide otherwise one is told. CAP-02.
 */
export async function decideReview(
  kept: Kept,
  verdict: Verdict,
  staff: Staff,
): Promise<Result<Decided, Shut | 'REVIEW_ALREADY_DECIDED' | 'BUSY'>> {
  const { member, pending, approve, note } = verdict
  const command: Command<null, Shut> = {
    procedure: 'manager.decideReview',
    key: `review.${member}.${pending}`,
    member,
    input: verdict,
    beside: () => mayDecide(kept, verdict, staff),
    by: () => ({ staff, member, subject: approve ? `approve ${note}` : `reject ${note}` }),
  }
  const decide: Decide<null, Decided, 'REVIEW_NOT_FOUND'> = (found, _beside, on, program) => {
    const waiting = found && findWaiting(found, pending)
    if (!found || !waiting) return refuse('REVIEW_NOT_FOUND')
    const { id, source, points } = waiting
    const entries: Entry[] = approve
      ? release(found.account, waiting, on, program)
      : [{ type: 'PendingForfeited', on, pending: id, source, points, reason: note }]
    return accept({ entries, reply: { approved: approve } })
  }
  const decided = await once<null, Shut, Decided, 'REVIEW_NOT_FOUND'>(kept, command, decide)
  if (decided.ok) return decided
  return refuse(decided.refusal === 'KEY_REUSED' ? 'REVIEW_ALREADY_DECIDED' : decided.refusal)
}

const findWaiting = ({ account }: Member, pending: string) =>
  waitingForReview(account).find(({ id }) => id === pending)

/** Not kept: whoever asks too early, or without the right, decides nothing. */
async function mayDecide(
  kept: Kept,
  { member, pending }: Verdict,
  staff: Staff,
): Promise<Result<null, Shut>> {
  const found = await readOne<Member>(kept.db, 'members', member)
  const waiting = found && findWaiting(found, pending)
  if (!found || !waiting) return refuse('REVIEW_NOT_FOUND')
  if (!mayReview(staff, waiting.branch)) return refuse('ANOTHER_BRANCH')
  if (staff._id === member) return refuse('OWN_ACCOUNT')
  return (await creditorOf(kept, found, pending)) === staff._id
    ? refuse('CREDITOR_CANNOT_APPROVE')
    : accept(null)
}

const LOOKED_AT = 100

/** The colleague by whose bill they wait; null where a till or the member himself was it. */
async function creditorOf({ db }: Kept, member: Member, pending: string): Promise<MemberId | null> {
  const kept = await readLedger(db, member._id, { kind: 'pending' }, LOOKED_AT)
  const line = kept(member).find(({ entry }) => entry.type === 'PointsPending' && entry.pending === pending)
  const operation = line && (await findOperation(db, line.key, member._id))
  return (operation as { action?: Action } | null | undefined)?.action?.staff ?? null
}
