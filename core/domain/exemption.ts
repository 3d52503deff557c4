import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { addDays } from './calendar'
import { tierOf } from './tier'

/** Whether the programme lets nothing of his expire. EXP-08. */
const isLoyal = (account: Account, program: Program): boolean =>
  account.tier !== null && (program.expiry.exempt?.tiers.includes(tierOf(account, program).id) ?? false)

/**
 * A loyal member's points stand still (冻结): they keep their dates, and nothing happens on them. When
 * it is over every point lives for the days of grace at least that he was promised when it began.
 * So do the points of who is barred, until he is so no more. `on` is the day of the change: nothing is
 * lost for what a programme says later. C-14, RISK-04.
 */
export function turnExemption(account: Account, on: BusinessDay, program: Program): Entry[] {
  const loyal = isLoyal(account, program)
  const { frozen, barred } = account
  if (frozen !== null && !loyal && barred === undefined)
    return [{ type: 'ExpiryThawed', on, through: addDays(on, frozen.graceDays), program: program.version }]
  const promised = program.expiry.exempt
  if (frozen === null && loyal && promised !== null)
    return [{ type: 'ExpiryFrozen', on, graceDays: promised.graceDays, program: program.version }]
  return []
}
