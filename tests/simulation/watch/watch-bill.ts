import type { Books } from '../books'
import type { Write } from '../engine'

/** I5: a number that was credited is never again somebody else's. */
export function watchBill(books: Books, { before, after }: Write) {
  if (after === null) return books.violate('I5', `bill ${before?._id} was removed`)
  if (before === null || before.key === after.key) return
  const owner = books.committed.get(String(before.key))
  books.holds(
    owner?.reply.ok !== true && before.member !== null,
    'I5',
    () => `bill ${after._id} was taken from ${before.key}, which was credited`,
  )
}
