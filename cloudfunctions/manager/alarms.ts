import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { type KeptAlarm, readOpenAndSeen } from '../../core/store/alarms'
import { readLastAudit } from '../../core/store/audit/run'
import { countLeft } from '../../core/store/read-consents'
import { branchName, type Restaurant } from '../../core/store/restaurant'
import { templateId } from '../send-message'
import type { Handler } from '../serve'

export const alarms: Handler<Contract['manager']['alarms']> = async (_input, env) => {
  const [staff, restaurant, found, audit, left] = await Promise.all([
    env.staff('manager.alarms'),
    env.restaurant(),
    readOpenAndSeen(env.db),
    readLastAudit(env.db),
    countLeft(env.db, env.caller(), 'alarm'),
  ])
  if (!staff.ok) return staff
  return accept({
    alarms: found.map(({ _id, acknowledged, ...alarm }) => ({
      ...alarm,
      id: _id,
      subject: nameBill(alarm, restaurant),
      acknowledgedBy: acknowledged?.name ?? null,
    })),
    audit,
    today: businessDayOf(env.now),
    messages: { template: 'alarm', templateId: templateId('alarm'), left },
  })
}

/** A bill is kept as `jingan.A-1024` and told as 静安店 A-1024. */
function nameBill(
  { kind, subject }: Pick<KeptAlarm, 'kind' | 'subject'>,
  restaurant: Restaurant,
): string | null {
  if (subject === null || !/^(BILL|CLAIM)_/.test(kind)) return subject
  const [branch = '', ...number] = subject.split('.')
  return `${branchName(restaurant, branch)} ${number.join('.')}`
}
