import type { MemberId, TemplateName } from '../contract'
import { ALARM_TITLES } from '../domain/messages/alarm-titles'
import { dueAlarms } from '../domain/messages/due-alarms'
import { type Message, TEMPLATES } from '../domain/messages/templates'
import { RIGHTS } from '../domain/rights'
import { type KeptAlarm, readOpen } from './alarms'
import { type Consent, forget, giveUp, mark, takeBack } from './consents'
import { type Kept, readOne } from './database'
import { readAllowing } from './read-consents'
import type { Staff } from './staff'
import { tryAll } from './try-all'

/**
 * What became of a message: delivered; not, because he allows none; not, for another reason. A
 * failure is none of these: it may have been delivered, and is not sent again.
 */
export type Delivery = 'sent' | 'notAllowed' | 'refused'

/** Hands a message to WeChat, for the person an address was sealed for. */
export type Deliver = (
  to: { person: MemberId; address: string },
  template: TemplateName,
  message: Message,
) => Promise<Delivery>

/** Alarms a manager remembers being told of; more than can be open at once. */
const REMEMBERED = 300

/**
 * Tell managers by message of the alarms they have not been told of: those who allow it, each
 * alarm once, one message for everything that is new. Returns how many messages went out. OPS-01.
 */
export async function tellManagers(kept: Kept, deliver: Deliver): Promise<number> {
  const consents = await readAllowing(kept.db, 'alarm')
  if (consents.length === 0) return 0
  const open = await readOpen(kept.db)
  let sent = 0
  await tryAll(
    consents.map(async (consent) => {
      if (await tellManager(kept, deliver, consent, open)) sent += 1
    }),
  )
  return sent
}

async function tellManager(kept: Kept, deliver: Deliver, consent: Consent, open: readonly KeptAlarm[]) {
  const due = dueAlarms(open, consent, kept.now)
  const [gravest] = due
  if (gravest === undefined || consent.address === null) return false
  const { person, address } = consent
  const staff = await readOne<Staff>(kept.db, 'staff', person)
  if (staff?.active !== true || !RIGHTS['manager.alarms'].may.includes(staff.role)) {
    await forget(kept, consent)
    return false
  }
  const told = [...due.map(({ _id }) => _id), ...consent.told].slice(0, REMEMBERED)
  if (!(await mark(kept, consent, told))) return false

  const news = { title: ALARM_TITLES[gravest.kind], alarms: due.length, at: kept.now }
  const delivery = await deliver({ person, address }, 'alarm', TEMPLATES.alarm(news))
  if (delivery === 'notAllowed') await giveUp(kept, consent)
  if (delivery === 'refused') await takeBack(kept, consent)
  return delivery === 'sent'
}
