import type { Stock } from '../../../core/store/stock'
import type { Books } from '../books'
import type { Write } from '../engine'

/** I7: what there was is what is left, what is issued and what is held; never more claims than pieces. */
export function watchStock(books: Books, { after }: Write) {
  if (after === null) return books.violate('I7', 'stock was removed')
  const { _id, left, issued, holds } = after as unknown as Stock
  const initial = books.house.stock.get(_id) ?? 0
  const held = Object.keys(holds).length
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

export const claimsOf = (books: Books, reward: string): number =>
  [...books.people.values()].reduce(
    (sum, { lines }) =>
      sum + lines.filter(({ entry }) => entry.type === 'RewardClaimed' && entry.reward === reward).length,
    0,
  )
