import type { MemberId, Program } from '../contract'
import { businessDayOf } from '../domain/calendar'
import { settleTime } from '../domain/settle-time'
import { type Kept, readOne } from './database'
import { type Member, write } from './member'

/**
 * A member as he is at this moment: what time has done is shown as done, whether or not it has
 * been written yet. The line it shows gets the number that it will have when it is written.
 */
export function asOf(member: Member, now: Date, program: Program): Member {
  const due = settleTime(member, businessDayOf(now), program)
  return write(member, due, `due.${member._id}`, now).member
}

export async function readMember({ db, now, program }: Kept, id: MemberId): Promise<Member | null> {
  const [member, valid] = await Promise.all([readOne<Member>(db, 'members', id), program()])
  return member && asOf(member, now, valid)
}
