import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { acknowledge } from '../../core/store/alarms'
import { actionOf } from '../../core/store/trail'
import type { Handler } from '../serve'

export const acknowledgeAlarm: Handler<Contract['manager']['acknowledgeAlarm']> = async ({ alarm }, env) => {
  env.about(null, alarm)
  const staff = await env.staff('manager.acknowledgeAlarm')
  if (!staff.ok) return staff
  const about = { member: null, subject: alarm, outcome: 'ok', key: null, unique: env.newToken() }
  const action = actionOf(staff.value, { procedure: 'manager.acknowledgeAlarm', ...about }, env.now)
  const known = await acknowledge(env, alarm, staff.value, action)
  return known ? accept({ alarm }) : refuse('ALARM_NOT_FOUND')
}
