import type { BranchId, MemberId } from '../contract'
import { instantOf } from '../domain/calendar'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'
import { note, record, withNote } from './notes'
import { type Invitation, inBranch, type Staff } from './staff'
import { type Action, actionOf } from './trail'

/** How long an invitation can be taken up. */
export const INVITATION_MS = 48 * 3_600_000

/** Asked again with the same code, it is the same invitation. */
export async function invite(kept: Kept, invitation: Invitation, action: Action): Promise<Invitation> {
  const { db } = kept
  if (!(await addOnce(db, 'invitations', { ...invitation, ...withNote(action) })))
    return (await readOne<Invitation>(db, 'invitations', invitation._id)) ?? invitation
  await record(kept, action)
  return invitation
}

/** Of a branch; of every one for null. */
export function readOpenInvitations({ db, now }: Kept, branch: BranchId | null): Promise<Invitation[]> {
  const _ = db.command
  return readMany<Invitation>(
    db
      .collection('invitations')
      .where({ status: _.eq('open'), expiresAt: _.gt(now.getTime()), ...inBranch(db, branch) })
      .limit(200),
  )
}

type NotTaken = 'INVITATION_NOT_FOUND' | 'INVITATION_USED' | 'INVITATION_EXPIRED' | 'ALREADY_STAFF'

/**
 * Take an invitation up: first it becomes his, then he becomes staff. Killed in between, he asks
 * again and it is still his. An invitation makes him staff once: who was revoked needs another.
 */
export async function takeUp(
  kept: Kept,
  code: string,
  id: MemberId,
  readHim: () => Promise<Staff | null>,
  unique: string,
): Promise<Result<Invitation, NotTaken>> {
  const { db, now } = kept
  const [invitation, staff] = await Promise.all([readOne<Invitation>(db, 'invitations', code), readHim()])
  if (invitation === null) return refuse('INVITATION_NOT_FOUND')
  if (staff?.boundBy?.includes(code)) return staff.active ? accept(invitation) : refuse('INVITATION_USED')
  const mine = invitation.usedBy === id
  if (invitation.status === 'used' && !mine) return refuse('INVITATION_USED')
  if (invitation.expiresAt < now.getTime()) return refuse('INVITATION_EXPIRED')
  if (staff?.active) return refuse('ALREADY_STAFF')

  const done = (mine || (await markUsed(db, code, id))) && (await bind(kept, id, staff, invitation, unique))
  // Somebody was quicker; it may have been himself, asking twice.
  return done ? accept(invitation) : takeUp(kept, code, id, readHim, unique)
}

/** On the condition that nothing has been done with him since: a late call must not undo a revocation. */
async function bind(
  kept: Kept,
  id: MemberId,
  staff: Staff | null,
  { _id: code, name, role, branch }: Invitation,
  unique: string,
): Promise<boolean> {
  const { db, now } = kept
  const boundBy = [...(staff?.boundBy ?? []), code]
  const person = { _id: id, name, role, branch, active: true, boundAt: instantOf(now), boundBy }
  const about = { member: null, subject: code.slice(-4), key: null, outcome: 'ok', unique }
  const action = actionOf(person, { procedure: 'cashier.acceptInvitation', ...about }, now)
  if (!(await place(db, person, staff, action))) return false
  await record(kept, action)
  return true
}

async function place(db: Database, person: Staff & { boundBy: string[] }, was: Staff | null, action: Action) {
  if (was === null) return addOnce(db, 'staff', { ...person, ...withNote(action) })
  const _ = db.command
  const { _id, ...fields } = person
  const changes = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, _.set(value)]))
  const unbound = { active: _.eq(false), [`boundBy.${person.boundBy.length - 1}`]: _.exists(false) }
  const { updated } = await db
    .collection('staff')
    .where({ _id: _.eq(_id), ...unbound })
    .update({ ...changes, ...note(db, action) })
  return updated === 1
}

async function markUsed(db: Database, code: string, id: MemberId): Promise<boolean> {
  const _ = db.command
  const { updated } = await db
    .collection('invitations')
    .where({ _id: _.eq(code), status: _.eq('open') })
    .update({ status: _.set('used'), usedBy: _.set(id) })
  return updated === 1
}
