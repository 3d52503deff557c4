import type { BusinessDay, News } from '../../contract'
import { balanceOf } from '../account'
import { isBarred } from '../bar'
import { daysBetween } from '../calendar'
import { priceFor } from '../price'
import { tierOf } from '../tier'
import { tellExpiring } from './expiring'
import { tellKeeping } from './keeping'
import type { Reader } from './write-letters'

/** Points that have come are told to who is still at the table, or never. REM-06. */
const ARRIVAL_MS = 2 * 3_600_000

/** Anything else is told within three days of its letter, or not by message at all. */
const LATEST_DAYS = 2

/** A letter as it waits for a message. */
export interface Waiting {
  no: number
  /** When it was written, in ms. */
  at: number
  on: BusinessDay
  news: News
}

/** What a message may tell at this moment: the letter with the figures of now, or null when it is not true any more. C-12. */
export function renew({ at, on, news }: Waiting, reader: Reader, today: BusinessDay, now: Date): News | null {
  if (news.kind === 'arrived') return now.getTime() - at <= ARRIVAL_MS ? news : null
  return daysBetween(on, today) <= LATEST_DAYS ? stillTrue(news, reader, today) : null
}

function stillTrue(
  news: Exclude<News, { kind: 'arrived' }>,
  { account, program }: Reader,
  today: BusinessDay,
) {
  switch (news.kind) {
    case 'expiring':
      return tellExpiring(account, today, news.until, news.days)
    case 'returned':
      return news
    case 'anniversary':
    case 'statement':
      return { ...news, balance: balanceOf(account) }
    case 'affordable': {
      const reward = program.rewards.find(({ id }) => id === news.reward)
      if (reward === undefined) return null
      const { points } = priceFor(reward, account, today, program)
      return balanceOf(account) >= points ? { ...news, points } : null
    }
    case 'tier':
      return tierOf(account, program).id === news.tier ? news : null
    case 'keeping':
      return program.reminders && tellKeeping({ account, program, reminders: program.reminders }, today)
    case 'barred':
      return isBarred(account) ? news : null
    case 'barLifted':
      return isBarred(account) ? null : news
    case 'birthday':
      return today <= news.on ? news : null
  }
}
