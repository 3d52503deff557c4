import type { BusinessDay, CheckIn } from '../../contract'
import type { Account } from '../account'
import { addDays } from '../calendar'

/**
 * Days in a row up to yesterday, which today's check-in makes one more: 3 after Monday to Wednesday
 * when it is Thursday, 0 when it is Friday. ENG-01.
 */
export const streakBefore = ({ checkIn }: Account, today: BusinessDay): number =>
  checkIn !== null && addDays(checkIn.on, 1) === today ? checkIn.streak : 0

/** A clock that was moved back finds a later day than its own: that one counts. */
export const isCheckedIn = ({ checkIn }: Account, today: BusinessDay): boolean =>
  checkIn !== null && checkIn.on >= today

/** The 8th day in a row is day 1 of the second round of seven. */
export const dayOfRound = (streak: number, { round }: CheckIn): number => ((streak - 1) % round) + 1
