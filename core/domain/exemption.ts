import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { addDays } from './calendar'
import { tierOf } from './tier'

/** What the programme promises to whom it lets nothing expire; null to anybody else. EXP-08. */
function promiseTo(account: Account, program: Program): Program['expiry']['exempt'] {
  const { exempt } = program.expiry
  const isLoyal = account.tier !== null && exempt?.tiers.includes(tierOf(account, program).id)
  return isLoyal ? exempt : null
}

/**
 * A loyal member's points stand still (冻结): they keep their dates, and nothing happens on them. When
 * it is over every point lives for the days of grace at least that he was promised when it began.
 * So do the points of who is barred, until he is so no more. `on` is the day of the change: nothing is
 * lost for what a programme says later. C-14, RISK-04.
 */
export function turnExemption(account: Account, on: BusinessDay, program: Program): Entry[] {
  const promised = promiseTo(account, program)
  const { frozen, barred } = account
  if (frozen !== null && promised === null && barred === undefined)
    return [{ type: 'ExpiryThawed', on, through: addDays(on, frozen.graceDays), program: program.version }]
  if (frozen === null && promised !== null)
    return [{ type: 'ExpiryFrozen', on, graceDays: promised.graceDays, program: program.version }]
  return []
}
