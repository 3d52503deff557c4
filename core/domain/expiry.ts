import type { AccountState, BusinessDay, Program } from '../contract'
import { addMonths, NEVER } from './calendar'

/** The last day on which points of a day can be used: to the end of it, so many calendar months on. EXP-01. */
export const lastDayOf = (on: BusinessDay, { expiry: { months } }: Program): BusinessDay =>
  months === null ? NEVER : addMonths(on, months)

/** What expires next, if anything of his ever does. EXP-05. */
export function nextToExpire({ lots, frozen }: AccountState): AccountState['lots'][number] | null {
  const [soonest] = lots
  return soonest === undefined || frozen !== null || soonest.expiresOn === NEVER ? null : soonest
}
