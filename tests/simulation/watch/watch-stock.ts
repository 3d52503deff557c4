import type { Redemption } from '../../../core/store/redemption'
import type { Stock } from '../../../core/store/stock'
import type { Books } from '../books'
import type { Write } from '../engine'

/** I7: what there was is what is left, what is issued and what is held; never more claims than pieces. */
export function watchStock(books: Books, { before, after }: Write) {
  if (after === null) return books.violate('I7', 'stock was removed')
  const { _id, left, issued, holds, returned } = after as unknown as Stock
  const initial = books.house.stock.get(_id) ?? 0
  const held = Object.keys(holds).length
  watchReturned(books, _id, (before as unknown as Stock | null)?.returned, returned)
  books.holds(
    left >= 0 && issued >= 0 && left + issued + held === initial,
    'I7',
    () => `${_id}: ${left} left + ${issued} issued + ${held} held, not ${initial}`,
  )
  const claims = claimsOf(books, _id)
  books.holds(
    claims <= issued + held,
    'I7',
    () => `${_id}: ${claims} claims on ${issued} issued and ${held} held`,
  )
  books.keep(books.left, _id, left)
}

/** I7: a piece comes back once, and only of a code that nobody can use any more. */
function watchReturned(books: Books, shelf: string, was: Stock['returned'] = {}, is: Stock['returned'] = {}) {
  for (const code of Object.keys(is)) {
    if (code in was) continue
    const redemption = books.engine.read<Redemption>('redemptions', code)
    books.holds(
      redemption?.status === 'void' && redemption.reward === shelf && !books.returned.has(code),
      'I7',
      () => `${shelf} got the piece of ${code} back, which is ${JSON.stringify(redemption)}`,
    )
    books.returned.set(code, shelf)
  }
}

/** Claims that have a piece: those whose piece is back on the shelf have none. */
export function claimsOf(books: Books, reward: string): number {
  const entries = [...books.people.values()].flatMap(({ lines }) => lines.map(({ entry }) => entry))
  const claims = entries.filter((entry) => entry.type === 'RewardClaimed' && entry.reward === reward)
  return claims.length - [...books.returned.values()].filter((shelf) => shelf === reward).length
}
