import { isBirthdayMonth } from '../calendar'
import { type EarningRule, times } from './rule'

/** Bills in the month of birth (生日当月) count double: 200 × 2 = 400. EARN-05. */
export const birthdayMonth: EarningRule = (exact, { birthday, day }, { earn }) => {
  const bp = earn.birthdayMonthBp
  if (bp === null || birthday === null || !isBirthdayMonth(day, birthday)) return null
  return { exact: times(exact, bp), show: (points) => ({ rule: 'birthdayMonth', bp, points }) }
}
