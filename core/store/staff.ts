import type { BranchId, MemberId, StaffRole } from '../contract'
import { accept, type Result, refuse } from '../domain/result'
import { type Database, readMany, readOne } from './database'

/** A person who may do more than a diner. Found under the same hash of his openid. */
export interface Staff {
  _id: MemberId
  name: string
  role: StaffRole
  branch: BranchId
  active: boolean
  boundAt: string
  /** The invitations that made him staff, the latest last. The first people of a house have none. */
  boundBy?: string[]
}

export interface Invitation {
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

/** A manager may do what a cashier may. */
const MAY: Record<StaffRole, readonly StaffRole[]> = { cashier: ['cashier'], manager: ['cashier', 'manager'] }

/** Role and branch come from the database, on every call, so that a revoked person is out at once. SEC-03. */
export async function readStaff(
  db: Database,
  id: MemberId,
  role: StaffRole,
): Promise<Result<Staff, 'FORBIDDEN'>> {
  const staff = await readOne<Staff>(db, 'staff', id)
  return staff?.active === true && MAY[staff.role].includes(role) ? accept(staff) : refuse('FORBIDDEN')
}

export function readColleagues(db: Database): Promise<Staff[]> {
  const _ = db.command
  return readMany<Staff>(
    db
      .collection('staff')
      .where({ _id: _.exists(true) })
      .limit(1000),
  )
}

/** False when there is no such colleague at work. */
export async function revoke(db: Database, id: MemberId): Promise<boolean> {
  const _ = db.command
  const { updated } = await db
    .collection('staff')
    .where({ _id: _.eq(id), active: _.eq(true) })
    .update({ active: _.set(false) })
  return updated === 1
}
