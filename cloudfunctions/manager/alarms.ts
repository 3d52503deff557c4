import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { readOpenAndSeen } from '../../core/store/alarms'
import { readLastAudit } from '../../core/store/audit/run'
import type { Handler } from '../serve'

export const alarms: Handler<Contract['manager']['alarms']> = async (_input, env) => {
  const [staff, found, audit] = await Promise.all([
    env.staff('manager'),
    readOpenAndSeen(env.db),
    readLastAudit(env.db),
  ])
  if (!staff.ok) return staff
  return accept({
    alarms: found.map(({ _id, acknowledged, ...alarm }) => ({
      ...alarm,
      id: _id,
      acknowledgedBy: acknowledged?.name ?? null,
    })),
    audit,
    today: businessDayOf(env.now),
  })
}
