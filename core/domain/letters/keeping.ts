import type { BusinessDay } from '../../contract'
import { fen } from '../amounts'
import { isBarred } from '../bar'
import { addDays, NEVER } from '../calendar'
import { spentToKeep } from '../keep-tier'
import { earnedTier } from '../tier'
import type { Addressee, Reminder } from './reminder'

/** Two more visits fit in. */
const DAYS_BEFORE = 14

const markOf = (until: BusinessDay): string => `keeping.${until}`

/** He is about to lose his tier (保级提醒): two weeks before the end of its period, what he lacks to keep it. DOWN-02. */
export const keeping: Reminder = {
  name: 'keeping',
  due(to, told, today) {
    const news = tellKeeping(to, today)
    if (news === null || told.has(markOf(news.until)) || addDays(news.until, -DAYS_BEFORE) > today)
      return null
    return { news, marks: [markOf(news.until)] }
  },
  next(to, told, today) {
    const news = tellKeeping(to, today)
    if (news === null || told.has(markOf(news.until))) return NEVER
    const day = addDays(news.until, -DAYS_BEFORE)
    return day > today ? day : NEVER
  },
  remembers: (mark, _to, today) => mark >= markOf(addDays(today, -DAYS_BEFORE)),
}

/** What he must still spend, and by when; null where nothing or nothing more, as of who is barred. */
export function tellKeeping(to: Pick<Addressee, 'account' | 'program' | 'reminders'>, today: BusinessDay) {
  const { account, program, reminders } = to
  const { keep } = account
  if (!reminders.tiers || isBarred(account) || keep === null || program.keep === null || keep.until < today)
    return null
  const { tiers } = program
  const earned = earnedTier(account, program)
  const below = tiers[tiers.indexOf(earned) - 1]
  const missing = program.keep.minSpend - spentToKeep(keep)
  if (below === undefined || missing <= 0) return null
  const { name: tierName } = earned
  return { kind: 'keeping' as const, tierName, below: below.name, missing: fen(missing), until: keep.until }
}
