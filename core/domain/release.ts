import type { BusinessDay, Entry, PendingPoints, Program } from '../contract'
import { type Account, repaidBy } from './account'
import { lastDayOf } from './expiry'

/** Points that waited can be used: they live as long as any, from that day on. CAP-02. */
export function release(account: Account, waiting: PendingPoints, on: BusinessDay, program: Program): Entry {
  const { id, source, bill, points } = waiting
  return {
    type: 'PendingReleased',
    on,
    pending: id,
    source,
    ...(bill === null ? {} : { bill }),
    earned: points,
    repaid: repaidBy(account, points),
    expiresOn: lastDayOf(on, program),
    program: program.version,
  }
}
