import type { BusinessDay, News } from '../../contract'
import { type Account, balanceOf } from '../account'
import { points } from '../amounts'
import { addDays, daysBetween, earliestOf, NEVER } from '../calendar'
import type { Addressee, Reminder, Told } from './reminder'

/** What would be told within so many days is told now: who eats here daily is not reminded daily. C-12. */
const TOLD_TOGETHER_DAYS = 3

const markOf = (lot: BusinessDay, days: number): string => `expiring.${lot}.${days}`

/**
 * Points will be gone (到期提醒): 30, 15 and 7 days before, each lot once for each of them, with the true
 * day and amount. A reminder that nobody sent in its time is not sent later: with 20 days left it is still
 * the one for 30, with 14 left it is the one for 15. EXP-03, EXP-04, EXP-06.
 */
export const expiring: Reminder = {
  name: 'expiring',
  due(to, told, today) {
    const pressing = datedLots(to.account).flatMap(({ expiresOn }) => stageToTell(to, told, expiresOn, today))
    if (pressing.length === 0) return null
    const together = datedLots(to.account).flatMap(({ expiresOn }) => {
      const stage = stageAt(to, daysBetween(today, expiresOn) - TOLD_TOGETHER_DAYS)
      return stage === null ? [] : [{ expiresOn, stage }]
    })
    const marks = together.map(({ expiresOn, stage }) => markOf(expiresOn, stage))
    const until = together.at(-1)?.expiresOn ?? today
    return { news: tellExpiring(to.account, today, until, Math.min(...pressing)), marks }
  },
  next(to, told, today) {
    const days = datedLots(to.account).flatMap(({ expiresOn }) =>
      to.reminders.expiryDays
        .filter((stage) => !isTold(to, told, expiresOn, stage))
        .map((stage) => addDays(expiresOn, -stage))
        .filter((day) => day > today),
    )
    return earliestOf(days)
  },
  remembers(mark, to) {
    const [, lot] = mark.split('.')
    return to.account.lots.some(({ expiresOn }) => expiresOn === lot)
  },
}

/** Those that expire: none while nothing of his does. EXP-08. */
const datedLots = ({ lots, frozen }: Account) =>
  frozen === null ? lots.filter(({ expiresOn }) => expiresOn !== NEVER) : []

/** Of 30, 15 and 7, the one that counts with so many days left: 15 with 15 to 8. Null before the first. */
function stageAt({ reminders }: Addressee, daysLeft: number): number | null {
  const stages = reminders.expiryDays.filter((days) => days >= daysLeft)
  return stages.length === 0 ? null : Math.min(...stages)
}

/** The one to be told now, if it has not been. */
function stageToTell(to: Addressee, told: Told, lot: BusinessDay, today: BusinessDay): number[] {
  const stage = stageAt(to, daysBetween(today, lot))
  return stage === null || isTold(to, told, lot, stage) ? [] : [stage]
}

/** Who was told of the 7 days need not be told of the 15. */
const isTold = ({ reminders }: Addressee, told: Told, lot: BusinessDay, stage: number): boolean =>
  reminders.expiryDays.some((days) => days <= stage && told.has(markOf(lot, days)))

/** What goes first, and all that goes by `until`; null when nothing does. EXP-05. */
export function tellExpiring(
  account: Account,
  today: BusinessDay,
  until: BusinessDay,
  days: number,
): (News & { kind: 'expiring' }) | null {
  const lots = datedLots(account).filter(({ expiresOn }) => expiresOn >= today && expiresOn <= until)
  const [first] = lots
  if (first === undefined) return null
  const total = points(balanceOf({ ...account, lots }))
  const last = lots.at(-1)?.expiresOn ?? first.expiresOn
  return { kind: 'expiring', points: first.left, on: first.expiresOn, total, until: last, days }
}
