import type { BusinessDay, Entry, PendingPoints, Program } from '../contract'
import { type Account, post, repaidBy } from './account'
import { lastDayOf } from './expiry'
import { upgrade } from './tier'

/**
 * Points that waited can be used: they live as long as any, from that day on, and may lift him to a tier,
 * whether their day has come or a person let them through. CAP-02, C-26.
 */
export function release(
  account: Account,
  waiting: PendingPoints,
  on: BusinessDay,
  program: Program,
): Entry[] {
  const { id, source, bill, points, told } = waiting
  const released: Entry = {
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
  return [released, ...upgrade(post(account, released), on, program, told)]
}
