import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { mayRemove } from '../../core/domain/rights'
import { revoke } from '../../core/store/revoke'
import { readStaff } from '../../core/store/staff'
import { actionOf } from '../../core/store/trail'
import type { Handler } from '../serve'

export const revokeStaff: Handler<Contract['manager']['revokeStaff']> = async (input, env) => {
  const [staff, other] = await Promise.all([env.staff('manager.revokeStaff'), readStaff(env.db, input.staff)])
  const about = { member: input.staff, subject: other?.name ?? null }
  env.about(about.member, about.subject)
  if (!staff.ok) return staff
  if (input.staff === staff.value._id) return refuse('CANNOT_REVOKE_ONESELF')
  if (!other?.active) return refuse('STAFF_NOT_FOUND')
  const may = mayRemove(staff.value, other)
  if (!may.ok) return may
  const deed = {
    procedure: 'manager.revokeStaff',
    ...about,
    outcome: 'ok',
    key: null,
    unique: env.newToken(),
  }
  const done = await revoke(env, other, staff.value, actionOf(staff.value, deed, env.now))
  return done ? accept({ staff: other._id }) : refuse('BUSY')
}
