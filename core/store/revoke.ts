import type { Kept } from './database'
import { note, record } from './notes'
import type { Staff } from './staff'
import type { Action } from './trail'

/** Longer than a function lives, by whatever clock. */
const STAYS_MS = 120_000

/**
 * Who removes an admin makes sure first that nobody removes himself meanwhile: of two who remove
 * each other at the same moment at most one is removed, and so an admin is always left.
 */
async function stay({ db, now }: Kept, by: Staff): Promise<boolean> {
  const _ = db.command
  const { updated } = await db
    .collection('staff')
    .where({ _id: _.eq(by._id), active: _.eq(true), role: _.eq('admin') })
    .update({ staysUntil: _.set(now.getTime() + STAYS_MS) })
  return updated === 1
}

/** On the condition that he is still what he was seen to be. False when he is not. */
export async function revoke(kept: Kept, other: Staff, by: Staff, action: Action): Promise<boolean> {
  const { db, now } = kept
  const { staysUntil } = other
  if (staysUntil !== undefined && staysUntil >= now.getTime()) return false
  if (other.role === 'admin' && !(await stay(kept, by))) return false
  const _ = db.command
  const same = {
    active: _.eq(true),
    role: _.eq(other.role),
    branch: _.eq(other.branch),
    staysUntil: staysUntil === undefined ? _.exists(false) : _.eq(staysUntil),
  }
  const { updated } = await db
    .collection('staff')
    .where({ _id: _.eq(other._id), ...same })
    .update({ active: _.set(false), ...note(db, action) })
  if (updated !== 1) return false
  await record(kept, action)
  return true
}
