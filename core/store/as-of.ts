import type { MemberId } from '../contract'
import { businessDayOf } from '../domain/calendar'
import { expireDue } from '../domain/expire'
import { type Database, readOne } from './database'
import { type Member, write } from './member'

/**
 * A member as he is at this moment: what time has taken is shown as taken, whether or not it has
 * been written yet. The line it shows gets the number that it will have when it is written.
 */
export function asOf(member: Member, now: Date): Member {
  const due = expireDue(member.account, businessDayOf(now))
  return write(member, due, `due.${member._id}`, now).member
}

export async function readMember(db: Database, id: MemberId, now: Date): Promise<Member | null> {
  const member = await readOne<Member>(db, 'members', id)
  return member && asOf(member, now)
}
