import type { BusinessDay, Entry, Program } from '../contract'
import { points } from './amounts'
import { lastDayOf } from './expiry'
import { firstTier } from './tier'

/** Registration points and the first tier. EARN-03, EARN-04, LVL-04. */
export function join(on: BusinessDay, program: Program): Entry {
  const tier = firstTier(program)
  return {
    type: 'MemberJoined',
    on,
    earned: program.earn.registration,
    repaid: points(0),
    expiresOn: lastDayOf(on, program),
    tier: tier.id,
    tierName: tier.name,
    program: program.version,
  }
}
