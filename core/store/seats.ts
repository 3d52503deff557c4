import type { BranchId, MemberId } from '../contract'
import { businessDayOf } from '../domain/calendar'
import { type Kept, readMany, readOne } from './database'

/** Where a guest sits: one table at a time, the latest he scanned. POS-02. */
export interface Seat {
  _id: MemberId
  branch: BranchId
  table: string
  /** In ms. */
  at: number
}

/** Nobody dines longer. */
const SEAT_MS = 4 * 3_600_000

export const takeSeat = ({ db, now }: Kept, { _id, ...seat }: Omit<Seat, 'at'>) =>
  db
    .collection('seats')
    .doc(_id)
    .set({ ...seat, at: now.getTime() })

/** Who sits in a branch now, at one table or at any, latest first. */
export function readSeats({ db, now }: Kept, branch: BranchId, table?: string): Promise<Seat[]> {
  const _ = db.command
  const here = { branch: _.eq(branch), at: _.gt(now.getTime() - SEAT_MS) }
  const where = table === undefined ? here : { ...here, table: _.eq(table) }
  return readMany<Seat>(db.collection('seats').where(where).orderBy('at', 'desc').limit(200))
}

/** The table he has scanned on this business day, whether or not he still sits there. ENG-10. */
export async function readSeatOfDay({ db, now }: Kept, member: MemberId): Promise<Seat | null> {
  const seat = await readOne<Seat>(db, 'seats', member)
  const isOfToday = seat !== null && businessDayOf(new Date(seat.at)) === businessDayOf(now)
  return isOfToday ? seat : null
}
