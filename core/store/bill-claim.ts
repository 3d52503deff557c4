import type { BranchId, MemberId } from '../contract'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Kept, readOne } from './database'
import { FENCE_MS } from './fence'
import { findOperation } from './operation'

/** Whose a bill number is. One number of one branch is settled by one command. I5. */
export interface BillClaim {
  _id: string
  key: string
  fingerprint: string
  /** Null when the guest is no member: then nothing more happens. */
  member: MemberId | null
  at: number
}

export interface BillOwner {
  branch: BranchId
  billNo: string
  key: string
  member: MemberId | null
  /** What exactly was asked: the same number with another body is another bill. */
  fingerprint: string
}

export const billId = (branch: BranchId, billNo: string) => `${branch}.${billNo}`

/**
 * Make a bill number ours, before settling. Asked again by the same command it is still ours, but
 * an old claim is renewed first: somebody else may be about to take it over.
 */
export async function claimBill(
  kept: Kept,
  owner: BillOwner,
): Promise<Result<'claimed', 'BILL_ALREADY_SETTLED' | 'KEY_REUSED' | 'BUSY'>> {
  const { db, now } = kept
  const { key, member, fingerprint } = owner
  const _id = billId(owner.branch, owner.billNo)
  const claim: BillClaim = { _id, key, fingerprint, member, at: now.getTime() }
  if (await addOnce(db, 'bills', { ...claim })) return accept('claimed')

  const other = await readOne<BillClaim>(db, 'bills', _id)
  if (other === null) return refuse('BUSY')
  const ours = other.key === key && other.fingerprint === fingerprint
  const age = now.getTime() - other.at
  if (ours && (age < FENCE_MS / 2 || member === null)) return accept('claimed')
  const theirs = other.key === key ? refuse('KEY_REUSED') : refuse('BILL_ALREADY_SETTLED')
  if (other.member === null) return theirs
  const operation = await findOperation(db, other.key, other.member)
  // Under our own key nothing else can be asked any more, whether it was done or refused.
  const isDecided = operation !== null && (operation.reply.ok || other.key === key)
  // A till's number is its key: another order under it may have taken the claim over since we read it, for another guest.
  if (isDecided) return ours && operation.member === member ? accept('claimed') : theirs
  // What was refused stays refused under its key: nobody is on the way with it any more.
  if (operation === null && !ours && age < FENCE_MS) return refuse('BUSY')
  return takeOver(kept, other, claim)
}

/** The command that claimed it was refused, or died: the number is free, for one of those who want it. */
async function takeOver({ db }: Kept, dead: BillClaim, claim: BillClaim): Promise<Result<'claimed', 'BUSY'>> {
  const _ = db.command
  const { key, fingerprint, member, at } = claim
  const stillDead = {
    _id: _.eq(dead._id),
    key: _.eq(dead.key),
    fingerprint: _.eq(dead.fingerprint),
    at: _.eq(dead.at),
  }
  const { updated } = await db
    .collection('bills')
    .where(stillDead)
    .update({ key: _.set(key), fingerprint: _.set(fingerprint), member: _.set(member), at: _.set(at) })
  return updated === 1 ? accept('claimed') : refuse('BUSY')
}
