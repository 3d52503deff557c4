import type { Books } from '../books'
import type { Write } from '../engine'

/** F9: a member code is spent by one command, a nonce by one request, whatever has been forgotten since. */
export function watchSpent(books: Books, { collection, before, after }: Write): void {
  if (after === null) return
  const name = `${collection}/${after._id}`
  const by = String(after.by)
  const first = books.spent.get(name) ?? by
  books.holds(before === null && first === by, 'F9', () => `${name} was spent by ${first} and by ${by}`)
  books.spent.set(name, first)
}
