import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { acknowledge } from '../../core/store/alarms'
import type { Handler } from '../serve'

export const acknowledgeAlarm: Handler<Contract['manager']['acknowledgeAlarm']> = async ({ alarm }, env) => {
  const staff = await env.staff('manager')
  if (!staff.ok) return staff
  const { _id, name } = staff.value
  const known = await acknowledge(env, alarm, { staff: _id, name })
  return known ? accept({ alarm }) : refuse('ALARM_NOT_FOUND')
}
