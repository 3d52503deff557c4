import type { Member } from '../../core/store/member'
import type { Stock } from '../../core/store/stock'
import type { Books } from './books'
import { plainDay } from './plain-model'

/** I15, I9: after quiescence no outbox, no hold, nothing due. */
export function judgeEnd(books: Books, now: number): void {
  for (const { _id, outbox, outboxSince, nextExpiryOn } of books.engine.all<Member>('members')) {
    books.holds(outbox.length === 0 && outboxSince === 0, 'I15', () => `${_id} keeps ${outbox.length} rows`)
    books.holds(nextExpiryOn >= plainDay(now), 'I9', () => `${_id} keeps points of ${nextExpiryOn}`)
  }
  for (const { _id, holds } of books.engine.all<Stock>('stock'))
    books.holds(Object.keys(holds).length === 0, 'I15', () => `${_id} holds ${JSON.stringify(holds)}`)
}
