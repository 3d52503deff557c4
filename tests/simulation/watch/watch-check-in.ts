import type { LedgerLine } from '../../../core/contract'
import type { Doc } from '../../../local/cloud/engine/document'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { plainDay } from '../plain-lots'

/** I11: one check-in a day, whatever the clocks say, and never one for a day that was before. */
export function watchCheckIns(books: Books, member: string, old: LedgerLine[], lines: LedgerLine[]): void {
  let latest = old.findLast(({ entry }) => entry.type === 'CheckedIn')?.entry.on ?? ''
  for (const { entry } of lines) {
    if (entry.type !== 'CheckedIn') continue
    books.holds(entry.on > latest, 'I11', () => `${member} checked in on ${entry.on} after ${latest}`)
    latest = entry.on
  }
}

/** Where he sat, and when he was told so. */
export function watchSeat(books: Books, { after }: Write): void {
  const seat = after as (Doc & { at: number }) | null
  if (seat !== null) books.keep(books.seats, String(seat._id), plainDay(seat.at))
}

/**
 * Whether he had scanned a table of the day, for the plain model. He may have done so while he was asked about:
 * then either is right, and the product is believed.
 */
export function wasSeated(books: Books, by: Invocation, refusal: string | null): boolean {
  const { question, since, now } = by
  const history = books.seats.get(question.who ?? '') ?? []
  const days: string[] = books.since(history, since)
  const wasNowhere = (history[0]?.step ?? Number.POSITIVE_INFINITY) > since
  const today = plainDay(now.getTime())
  if (refusal !== 'NOT_AT_TABLE') return days.includes(today)
  return !wasNowhere && days.every((day) => day === today)
}
