import { finding } from '../domain/audit/finding'
import { businessDayOf } from '../domain/calendar'
import { raise } from './alarms'
import type { Kept } from './database'
import type { Member } from './member'

/** A failure of the database says its code; anything else is about the document. */
const isOfTheDatabase = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'string'

/**
 * Treat each of them. Who cannot be treated, because his document cannot be, is set aside (搁置) with an alarm
 * and comes back the next day: he must not stand at the head of the queue for ever. When it is the
 * database that fails, nobody is set aside and the first failure is thrown. F8.
 */
export async function treatEach(
  kept: Kept,
  job: string,
  members: readonly Member[],
  treat: (member: Member) => Promise<unknown>,
): Promise<void> {
  const results = await Promise.allSettled(members.map(treat))
  const failed = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [{ error: result.reason as unknown, member: members[index] as Member }]
      : [],
  )
  await Promise.all(
    failed.map(({ member, error }) =>
      isOfTheDatabase(error) ? undefined : setAside(kept, job, member, error),
    ),
  )
  const outage = failed.find(({ error }) => isOfTheDatabase(error))
  if (outage !== undefined) throw outage.error
}

async function setAside(kept: Kept, job: string, { _id }: Member, error: unknown): Promise<void> {
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
