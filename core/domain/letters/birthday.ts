import type { BusinessDay } from '../../contract'
import { nextBirthdayDiscount } from '../birthday-discount'
import { addDays, NEVER, nextYearly } from '../calendar'
import type { Reminder } from './reminder'

const REMEMBERED_DAYS = 31

/** Born in December and reminded in December: the mark names the day that is celebrated. */
const markOf = (birthday: BusinessDay): string => `birthday.${birthday}`

/** A greeting before his birthday, until the day itself. Who was born on 29 February has the 28th. BDAY-03, C-52. */
export const birthday: Reminder = {
  name: 'birthday',
  due(to, told, today) {
    const { birthday: born, reminders, account, program } = to
    const { birthdayDays } = reminders
    if (born === null || birthdayDays === null) return null
    const on = nextYearly(today, born)
    const mark = markOf(on)
    if (addDays(on, -birthdayDays) > today || told.has(mark)) return null
    const isCheaper = nextBirthdayDiscount(account, to, today, program) === on && program.birthdayDiscount
    const payBp = isCheaper ? { payBp: isCheaper.payBp } : {}
    return { news: { kind: 'birthday', on, gift: program.earn.birthday, ...payBp }, marks: [mark] }
  },
  next({ birthday: born, reminders: { birthdayDays } }, told, today) {
    if (born === null || birthdayDays === null) return NEVER
    const coming = nextYearly(today, born)
    const inTime = addDays(coming, -birthdayDays) > today && !told.has(markOf(coming))
    const on = inTime ? coming : nextYearly(addDays(coming, 1), born)
    return addDays(on, -birthdayDays)
  },
  // A clock that is set back must not greet again.
  remembers: (mark, _to, today) => mark >= markOf(addDays(today, -REMEMBERED_DAYS)),
}
