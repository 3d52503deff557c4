import { isBirthday, isBirthdayMonth } from '../calendar'
import type { MultiplierRule } from './rule'

/** Bills in the month of birth (生日当月), or on the day, count double: 200 × 2 = 400. EARN-05, C-19. */
export const birthdayMultiplier: MultiplierRule = ({ birthday, day }, { birthday: rule }) => {
  if (rule === null || birthday === null) return []
  const { window, bp } = rule
  const isNow = window === 'month' ? isBirthdayMonth(day, birthday) : isBirthday(day, birthday)
  return isNow ? [{ rule: 'birthday', window, bp }] : []
}
