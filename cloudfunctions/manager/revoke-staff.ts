import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { revoke } from '../../core/store/staff'
import type { Handler } from '../serve'

export const revokeStaff: Handler<Contract['manager']['revokeStaff']> = async (input, env) => {
  const staff = await env.staff('manager')
  if (!staff.ok) return staff
  if (input.staff === staff.value._id) return refuse('CANNOT_REVOKE_ONESELF')
  return (await revoke(env.db, input.staff)) ? accept({ staff: input.staff }) : refuse('STAFF_NOT_FOUND')
}
