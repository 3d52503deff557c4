import type { LedgerLine } from '../../../core/contract'
import type { Member } from '../../../core/store/member'
import type { Books } from '../books'
import type { PlainMember } from '../plain-model'

/** CAMP-09: stamps are those earned, less those taken back and spent, and those given back; a card is spent full. */
export function watchStamps(books: Books, { _id, account }: Member, lines: readonly LedgerLine[]): void {
  let stamps = 0
  for (const { entry } of lines) {
    if (entry.type === 'BillSettled' && entry.stamp !== undefined) stamps += 1
    if (entry.type === 'BillReversed' && entry.unstamped === true) stamps -= 1
    if (entry.type === 'ClaimReversed') stamps += entry.stamps ?? 0
    if (entry.type !== 'RewardClaimed' || entry.stamps === undefined) continue
    const { stamps: price, drawn } = entry
    books.holds(
      stamps >= price && drawn.length === 0,
      'CAMP-09',
      () => `${_id} had ${stamps} stamps and claimed for ${price} and ${drawn.length} draws`,
    )
    stamps -= price
  }
  books.holds(
    (account.stamps ?? 0) === stamps,
    'CAMP-09',
    () => `${_id} shows ${account.stamps} stamps, his lines say ${stamps}`,
  )
}

/** The model counts by bills that carry enough and by codes that are not void. */
export const watchStampsOf = (books: Books, key: string, plain: PlainMember, { account }: Member): void =>
  books.holds(
    plain.stamps === (account.stamps ?? 0),
    'model',
    () => `${key} leaves ${account.stamps} stamps, the model says ${plain.stamps}`,
  )
