import type { Member } from '../../../core/store/member'
import type { Books } from '../books'

/** I1, I3: the balance is the sum of its lots, whole numbers, none negative, soonest to expire first. */
export function watchAccount(books: Books, { _id, account, latest, seq }: Member): void {
  const { lots } = account
  const sum = lots.reduce((total, { left }) => total + left, 0)
  books.holds(
    lots.every(({ left }) => Number.isSafeInteger(left) && left > 0),
    'I3',
    () => `${_id} has lots ${JSON.stringify(lots)}`,
  )
  books.holds(
    lots.every(({ expiresOn }, index) => index === 0 || expiresOn > (lots[index - 1]?.expiresOn ?? '')),
    'I10',
    () => `${_id} has lots out of order: ${JSON.stringify(lots)}`,
  )
  const shown = latest[0]
  books.holds(
    shown === undefined ? sum === 0 : shown.balance === sum && shown.seq === seq,
    'I1',
    () => `${_id} shows ${shown?.balance} in line ${shown?.seq}, his lots hold ${sum}`,
  )
}
