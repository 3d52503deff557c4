import type { MemberId } from '../contract'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'
import type { Invitation, Staff } from './staff'

/** How long an invitation can be taken up. */
export const INVITATION_MS = 48 * 3_600_000

/** Asked again with the same code, it is the same invitation. */
export async function invite(db: Database, invitation: Invitation): Promise<Invitation> {
  if (await addOnce(db, 'invitations', { ...invitation })) return invitation
  return (await readOne<Invitation>(db, 'invitations', invitation._id)) ?? invitation
}

export function readOpenInvitations({ db, now }: Kept): Promise<Invitation[]> {
  const _ = db.command
  return readMany<Invitation>(
    db
      .collection('invitations')
      .where({ status: _.eq('open'), expiresAt: _.gt(now.getTime()) })
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
  boundAt: string,
): Promise<Result<Invitation, NotTaken>> {
  const { db, now } = kept
  const [invitation, staff] = await Promise.all([
    readOne<Invitation>(db, 'invitations', code),
    readOne<Staff>(db, 'staff', id),
  ])
  if (invitation === null) return refuse('INVITATION_NOT_FOUND')
  if (staff?.boundBy?.includes(code)) return staff.active ? accept(invitation) : refuse('INVITATION_USED')
  const mine = invitation.usedBy === id
  if (invitation.status === 'used' && !mine) return refuse('INVITATION_USED')
  if (invitation.expiresAt < now.getTime()) return refuse('INVITATION_EXPIRED')
  if (staff?.active) return refuse('ALREADY_STAFF')

  const done = (mine || (await markUsed(db, code, id))) && (await bind(db, id, staff, invitation, boundAt))
  // Somebody was quicker; it may have been himself, asking twice.
  return done ? accept(invitation) : takeUp(kept, code, id, boundAt)
}

/** On the condition that nothing has been done with him since: a late call must not undo a revocation. */
async function bind(
  db: Database,
  id: MemberId,
  staff: Staff | null,
  { _id: code, name, role, branch }: Invitation,
  boundAt: string,
): Promise<boolean> {
  const boundBy = [...(staff?.boundBy ?? []), code]
  const person = { name, role, branch, active: true, boundAt, boundBy }
  if (staff === null) return addOnce(db, 'staff', { _id: id, ...person })
  const _ = db.command
  const changes = Object.fromEntries(Object.entries(person).map(([field, value]) => [field, _.set(value)]))
  const unbound = { active: _.eq(false), [`boundBy.${boundBy.length - 1}`]: _.exists(false) }
  const { updated } = await db
    .collection('staff')
    .where({ _id: _.eq(id), ...unbound })
    .update(changes)
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
