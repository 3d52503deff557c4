import type { BusinessDay, DinerTemplate, News } from '../../contract'
import { dayBegins } from '../calendar'
import { lately } from '../messages/due-alarms'
import { isQuiet } from '../messages/quiet-hours'
import { FEW_LEFT } from '../messages/thresholds'
import { renew, type Waiting } from './renew'
import type { Reader } from './write-letters'

/** What one person allows of one template, and what he was told by it. */
export interface Allowed {
  left: number
  /** Numbers of letters. */
  told: readonly string[]
  /** Moments of the last messages, in ms. */
  sentAt: readonly number[]
}

export type Mailbox = Partial<Record<DinerTemplate, Allowed>>

/** A message that is worth a consent. */
export interface Chosen {
  template: DinerTemplate
  no: number
  news: News
}

/** What to do with letters that wait: at most one message now, and which of them are looked at again. */
export interface Choice {
  send: Chosen | null
  /** Numbers of letters that are told by message another time, if they are still true. */
  later: number[]
}

const templateOf = ({ kind }: News): DinerTemplate =>
  kind === 'arrived' ? 'arrival' : kind === 'expiring' ? 'expiring' : 'news'

/**
 * What a message is worth to him, the most first: points that he is about to lose, what he can have now, whether
 * he can have anything, a tier; a statement can wait for his next visit.
 */
function worthOf(news: News): number {
  switch (news.kind) {
    case 'arrived':
      return 8
    case 'expiring':
      return news.days <= 7 ? 7 : 4
    case 'returned':
    case 'affordable':
    case 'barred':
    case 'barLifted':
      return 6
    case 'keeping':
    case 'tier':
      return 5
    case 'birthday':
    case 'anniversary':
      return 3
    case 'statement':
      return 2
  }
}

/** What is worth less leaves the last consent of its template to what is worth more. */
const WORTH_THE_LAST = 5

const WEEK_MS = 7 * 24 * 3_600_000

/**
 * Spend consents by worth. Of what falls on one day one message is sent, the most valuable; the others stand
 * in the inbox, where it leads. Points that have just come are told at once and count for nobody's week.
 */
export function chooseMessage(
  waiting: readonly Waiting[],
  mailbox: Mailbox,
  reader: Reader,
  { today, now }: { today: BusinessDay; now: Date },
): Choice {
  const worthwhile = waiting
    .flatMap((letter) => {
      const news = renew(letter, reader, today, now)
      return news !== null && isAllowed(letter.no, news, mailbox)
        ? [{ template: templateOf(news), no: letter.no, news }]
        : []
    })
    .sort((a, b) => worthOf(b.news) - worthOf(a.news) || b.no - a.no)
  const arrival = worthwhile.find(({ news }) => news.kind === 'arrived')
  const others = worthwhile.filter(({ news }) => news.kind !== 'arrived')
  const numbers = others.map(({ no }) => no)
  if (arrival !== undefined) return { send: arrival, later: numbers }
  const [best] = others
  if (best === undefined) return { send: null, later: [] }
  if (isQuiet(now) || hasHadEnough(mailbox, reader, today, now)) return { send: null, later: numbers }
  return { send: best, later: [] }
}

function isAllowed(no: number, news: News, mailbox: Mailbox): boolean {
  const allowed = mailbox[templateOf(news)]
  if (allowed === undefined || allowed.told.includes(String(no))) return false
  const isPrecious = worthOf(news) >= WORTH_THE_LAST
  return allowed.left > (isPrecious ? 0 : FEW_LEFT)
}

/** One a business day, and as many in a week as the programme says. */
function hasHadEnough(
  { expiring, news }: Mailbox,
  { program }: Reader,
  today: BusinessDay,
  now: Date,
): boolean {
  const sentAt = lately(
    [expiring, news].flatMap((one) => one?.sentAt ?? []),
    now,
    WEEK_MS,
  )
  const mostInWeek = program.reminders?.messagesAWeek ?? 0
  return sentAt.length >= mostInWeek || sentAt.some((at) => at >= dayBegins(today))
}
