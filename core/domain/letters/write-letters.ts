import type { BusinessDay, Entry, News } from '../../contract'
import { earliestOf, nextMonth } from '../calendar'
import { birthday } from './birthday'
import { expiring } from './expiring'
import { keeping } from './keeping'
import { AFFORDABLE, OCCASIONS, remembersReward } from './occasions'
import type { Addressee, Due, Reminder } from './reminder'
import { statement } from './statement'

/** How many letters (站内信) a member has had, how many he has read, and what he need not be told again. */
export interface Inbox {
  /** The number of the newest. */
  written: number
  /** Those up to this one. */
  read: number
  /** By their marks. */
  told: string[]
}

export const emptyInbox = (): Inbox => ({ written: 0, read: 0, told: [] })

/** Whom it is about, with the programme of the day. */
export type Reader = Omit<Addressee, 'reminders'>

const REMINDERS: readonly Reminder[] = [expiring, keeping, statement, birthday]

/**
 * What a member is to be told after these entries and on this day, oldest first, and what he has been told
 * then. The same whoever asks: the command that was the occasion, or the timer.
 */
export function writeLetters(
  inbox: Inbox,
  reader: Reader,
  entries: readonly Entry[],
  today: BusinessDay,
): { inbox: Inbox; news: News[] } {
  const { reminders } = reader.program
  if (reminders === null) return { inbox, news: [] }
  const to = { ...reader, reminders }
  const told = new Set(inbox.told.filter((mark) => remembers(mark, to, today)))
  const news: News[] = []
  const take = (due: Due | null) => {
    if (due?.news) news.push(due.news)
    for (const mark of due?.marks ?? []) told.add(mark)
  }
  for (const occasion of OCCASIONS) take(occasion(to, entries, told, today))
  for (const reminder of REMINDERS) take(reminder.due(to, told, today))
  return { inbox: { ...inbox, written: inbox.written + news.length, told: [...told] }, news }
}

function remembers(mark: string, to: Addressee, today: BusinessDay): boolean {
  if (mark.startsWith(AFFORDABLE)) return remembersReward(mark, to, today)
  const reminder = REMINDERS.find(({ name }) => mark.startsWith(`${name}.`))
  return reminder?.remembers(mark, to, today) ?? false
}

/**
 * The first day after today on which time brings him a letter: an index finds him on it, and nobody else is
 * looked at. Everybody is looked at once a month, because a new programme may tell him more than the one he
 * was last looked at by.
 */
export function nextReminderOf({ told }: Inbox, reader: Reader, today: BusinessDay): BusinessDay {
  const { reminders } = reader.program
  const days =
    reminders === null
      ? []
      : REMINDERS.map((reminder) => reminder.next({ ...reader, reminders }, new Set(told), today))
  return earliestOf([...days, nextMonth(today)])
}
