import type { BusinessDay, Entry } from '../contract'
import type { Account } from './account'

/**
 * What time has taken by `today`. Points can be used through the day they expire and are gone
 * the next: a lot of 31 March is whole on 31 March. EXP-01, I9.
 */
export function expireDue(account: Account, today: BusinessDay): Entry[] {
  const drawn = account.lots
    .filter((lot) => lot.expiresOn < today)
    .map((lot) => ({ lot: lot.expiresOn, points: lot.left }))
  return drawn.length === 0 ? [] : [{ type: 'PointsExpired', on: today, drawn }]
}
