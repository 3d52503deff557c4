import type { BusinessDay, News, Program } from '../../contract'
import { type Account, balanceOf } from '../account'
import { addDays, addMonths, dayOfMonth, monthOf, NEVER, nextMonth } from '../calendar'
import { goals } from '../standing'
import type { Addressee, Reminder } from './reminder'

/** A statement that nobody wrote on its day is written on the next two, and then not any more. */
const LATEST_DAYS_AFTER = 2

/** The statement of the month before (月度账单): the balance and what he can have for it. EXP-11, REM-03. */
export const statement: Reminder = {
  name: 'statement',
  due(to, told, today) {
    if (!isItsDay(to, today)) return null
    const mark = `statement.${monthOf(today)}`
    if (told.has(mark)) return null
    const isNew = monthOf(to.joinedOn) === monthOf(today)
    const isNothing = isNew || balanceOf(to.account) === 0
    return { news: isNothing ? null : tellStatement(to.account, to.program, today), marks: [mark] }
  },
  next({ reminders: { statementDay } }, told, today) {
    if (statementDay === null) return NEVER
    const dayIn = (month: BusinessDay) => addDays(month, statementDay - 1)
    const thisMonth = dayIn(`${monthOf(today)}-01` as BusinessDay)
    return thisMonth > today && !told.has(`statement.${monthOf(today)}`) ? thisMonth : dayIn(nextMonth(today))
  },
  // A clock that is a little behind must not forget what one that is ahead has told.
  remembers: (mark, _to, today) => mark >= `statement.${monthOf(today)}`,
}

/** Whether a statement may be told today. */
function isItsDay(
  { reminders: { statementDay } }: Pick<Addressee, 'reminders'>,
  today: BusinessDay,
): boolean {
  const day = dayOfMonth(today)
  return statementDay !== null && day >= statementDay && day <= statementDay + LATEST_DAYS_AFTER
}

function tellStatement(account: Account, program: Program, today: BusinessDay): News {
  const { goal, best, affordable } = goals(account, today, program)
  return {
    kind: 'statement',
    month: monthOf(addMonths(today, -1)),
    balance: balanceOf(account),
    affordable,
    best: best?.name ?? null,
    next: goal && { name: goal.name, missing: goal.missing },
  }
}
