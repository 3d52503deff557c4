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

/**
 * Take an invitation up: first it becomes his, then he becomes staff. Killed in between, he asks
 * again and it is still his.
 */
export async function takeUp(
  { db, now }: Kept,
  code: string,
  id: MemberId,
  boundAt: string,
): Promise<
  Result<Invitation, 'INVITATION_NOT_FOUND' | 'INVITATION_USED' | 'INVITATION_EXPIRED' | 'ALREADY_STAFF'>
> {
  const [invitation, staff] = await Promise.all([
    readOne<Invitation>(db, 'invitations', code),
    readOne<Staff>(db, 'staff', id),
  ])
  if (invitation === null) return refuse('INVITATION_NOT_FOUND')
  const mine = invitation.usedBy === id
  if (mine && staff?.active) return accept(invitation)
  if (invitation.status === 'used' && !(mine && staff === null)) return refuse('INVITATION_USED')
  if (!mine && invitation.expiresAt < now.getTime()) return refuse('INVITATION_EXPIRED')
  if (staff?.active) return refuse('ALREADY_STAFF')

  if (!mine && !(await markUsed(db, code, id))) return refuse('INVITATION_USED')
  const { name, role, branch } = invitation
  await db.collection('staff').doc(id).set({ name, role, branch, active: true, boundAt })
  return accept(invitation)
}

async function markUsed(db: Database, code: string, id: MemberId): Promise<boolean> {
  const _ = db.command
  const { updated } = await db
    .collection('invitations')
    .where({ _id: _.eq(code), status: _.eq('open') })
    .update({ status: _.set('used'), usedBy: _.set(id) })
  return updated === 1
}
