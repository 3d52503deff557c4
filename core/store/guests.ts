import type { MemberId } from '../contract'
import { asOf } from './as-of'
import { type Kept, readMany } from './database'
import type { Member } from './member'

/** Several members at once, in the order of their ids given; those who have not joined are left out. */
export async function readMembers({ db, now, program }: Kept, ids: readonly MemberId[]): Promise<Member[]> {
  if (ids.length === 0) return []
  const _ = db.command
  const found = await readMany<Member>(
    db
      .collection('members')
      .where({ _id: _.in(ids) })
      .limit(ids.length),
  )
  const known = new Map(found.map((member) => [member._id, member]))
  const valid = await program()
  return ids.flatMap((id) => known.get(id) ?? []).map((member) => asOf(member, now, valid))
}
