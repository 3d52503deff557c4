import { randomBytes } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import type { BranchId, Program, StaffRole } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { addOnce, type Database, readMany } from '../../core/store/database'

export interface Furniture {
  program: Program
  branches: { id: string; name: string; tables: string[] }[]
  staff: { openid: string; name: string; role: StaffRole; branch: string }[]
}

/** Put what an owner sets up once in its place. What stands there already is left as it is. */
export async function furnish(db: Database, secret: string, { program, branches, staff }: Furniture) {
  const programs = db.collection('programs').where({ _id: db.command.exists(true) })
  if ((await readMany(programs.limit(1))).length === 0)
    await addOnce(db, 'programs', { _id: program.version, ...program })
  for (const { id, name, tables } of branches)
    await addOnce(db, 'branches', { _id: id, name, tables, tillKey: randomBytes(24).toString('hex') })
  for (const { id, stock } of program.rewards)
    if (stock !== null) await addOnce(db, 'stock', { _id: id, left: stock, issued: 0, holds: {} })
  for (const { openid, name, role, branch } of staff)
    await addOnce(db, 'staff', {
      _id: memberIdOf(secret, openid),
      name,
      role,
      branch: branch as BranchId,
      active: true,
      boundAt: instantOf(new Date()),
    })
}
