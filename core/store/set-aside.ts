import type { MemberId } from '../contract'
import { finding } from '../domain/audit/finding'
import { businessDayOf } from '../domain/calendar'
import { raise } from './alarms'
import type { Kept } from './database'
import { saysCode } from './say-code'

interface Identified {
  _id: MemberId
}

/**
 * Treat each of them. Who cannot be treated, because his document cannot be, is set aside (搁置) with an alarm
 * and comes back the next day: he must not stand at the head of the queue for ever. When it is the
 * database that fails, nobody is set aside and the first failure is thrown. F8.
 */
export async function treatEach<T extends Identified>(
  kept: Kept,
  job: string,
  members: readonly T[],
  treat: (member: T) => Promise<unknown>,
): Promise<void> {
  const results = await Promise.allSettled(members.map(treat))
  const failed = results.flatMap((result, index) =>
    result.status === 'rejected' ? [{ error: result.reason as unknown, member: members[index] as T }] : [],
  )
  await Promise.all(
    failed.map(({ member, error }) => (saysCode(error) ? undefined : setAside(kept, job, member, error))),
  )
  const outage = failed.find(({ error }) => saysCode(error))
  if (outage !== undefined) throw outage.error
}

/**
 * Treat them together, by few calls; when that fails, each by himself, so that one of them hurts no other. What has
 * been done to some is done: `treat` must be able to meet them again.
 */
export async function treatTogether<T extends Identified>(
  kept: Kept,
  job: string,
  members: readonly T[],
  treat: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  if (members.length === 0) return
  try {
    await treat(members)
  } catch (error) {
    kept.warn(`a batch of ${job} is treated one by one`, error)
    await treatEach(kept, job, members, (member) => treat([member]))
  }
}

async function setAside(kept: Kept, job: string, { _id }: Identified, error: unknown): Promise<void> {
  const { db, now } = kept
  const day = businessDayOf(now)
  await raise(
    kept,
    finding('MEMBER_SET_ASIDE', _id, `${_id}.${job}.${day}`, { subject: job, occasion: day }),
    day,
  )
  kept.warn(`a member is set aside by ${job}`, error)
  const _ = db.command
  await db
    .collection('members')
    .where({ _id: _.eq(_id) })
    .update({ asideSince: _.set(now.getTime()) })
}

/** The condition on whom a job looks for. */
export const notAside = ({ db }: Kept) => ({ asideSince: db.command.exists(false) })

/** Let all who were set aside be tried again. How many there were. */
export async function takeBack({ db, now }: Kept): Promise<number> {
  const _ = db.command
  const aside = db.collection('members').where({ asideSince: _.gt(0).and(_.lte(now.getTime())) })
  return (await aside.update({ asideSince: _.remove() })).updated ?? 0
}
