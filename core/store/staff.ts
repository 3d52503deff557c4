import type { BranchId, MemberId, StaffRole } from '../contract'
import { type Guessing, isGuessing, sayOpen } from '../domain/attempts'
import { accept, type Result, refuse, refuseUntil } from '../domain/result'
import { type Post, RIGHTS, type StaffProcedure } from '../domain/rights'
import { type Database, type Operator, readMany, readOne } from './database'
import type { Noted } from './notes'

/** A person who may do more than a diner. Found under the same hash of his openid. */
export interface Staff extends Post, Partial<Noted> {
  name: string
  active: boolean
  boundAt: string
  /** The invitations that made him staff, the latest last. The first people of a house have none. */
  boundBy?: string[]
  /** Until then no code is looked up for him, in ms. */
  closedUntil?: number
  /** Until then nobody removes him: he is about to remove an admin himself. In ms. */
  staysUntil?: number
}

export interface Invitation extends Partial<Noted> {
  /** The code itself. */
  _id: string
  name: string
  role: StaffRole
  branch: BranchId
  /** In ms. */
  expiresAt: number
  status: 'open' | 'used'
  usedBy: MemberId | null
}

export const readStaff = (db: Database, id: MemberId): Promise<Staff | null> =>
  readOne<Staff>(db, 'staff', id)

/** What the guard says beside "come in". */
export type Shut<P> = 'FORBIDDEN' | (P extends Guessing ? 'TOO_MANY_ATTEMPTS' : never)

/**
 * The guard. Role and branch come from the database, on every call, so that a revoked person is
 * out at once; who has been wrong too often is told when he may look again. SEC-03, F9.
 */
export function admit<P extends StaffProcedure>(
  staff: Staff | null,
  procedure: P,
  now: Date,
): Result<Staff, Shut<P>> {
  if (staff?.active !== true || !RIGHTS[procedure].may.includes(staff.role)) return refuse('FORBIDDEN')
  const { closedUntil = 0 } = staff
  if (!isGuessing(procedure) || closedUntil <= now.getTime()) return accept(staff)
  return refuseUntil('TOO_MANY_ATTEMPTS', sayOpen(closedUntil)) as Result<Staff, Shut<P>>
}

/** Of a branch; of every one for null. */
export const readColleagues = (db: Database, branch: BranchId | null): Promise<Staff[]> =>
  readMany<Staff>(
    db
      .collection('staff')
      .where({ _id: db.command.exists(true), ...inBranch(db, branch) })
      .limit(1000),
  )

export const inBranch = (db: Database, branch: BranchId | null): Record<string, Operator> =>
  branch === null ? {} : { branch: db.command.eq(branch) }
