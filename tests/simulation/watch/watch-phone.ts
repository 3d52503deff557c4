import { phoneHandle, phoneOwner } from '../../../cloudfunctions/phone-view'
import { unseal } from '../../../cloudfunctions/seal'
import type { Member } from '../../../core/store/member'
import type { PhoneClaim } from '../../../core/store/phone-claim'
import type { Books } from '../books'
import type { Write } from '../engine'
import { SEALS, SECRET } from '../house'

/** The number a member keeps, opened; null when he keeps none. */
export const numberOf = ({ _id, profile: { phone } }: Member): string | null =>
  phone === undefined ? null : unseal(SEALS.later, phoneOwner(_id), phone.sealed)

/** One number belongs to one member, and its claim says so before he is written. */
export function watchPhoneOf(books: Books, is: Member): void {
  const number = numberOf(is)
  const before = books.numbers.get(is._id)?.at(-1)?.is ?? null
  if (before !== number) books.keep(books.numbers, is._id, number)
  const { phone } = is.profile
  if (phone === undefined || number === null) return
  books.holds(phone.handle === phoneHandle(SECRET, number), 'phone', () => `${is._id} is found as another`)
  const claim = books.engine.read<PhoneClaim>('phones', phone.handle)
  books.holds(claim?.member === is._id, 'phone', () => `${is._id} keeps a number of ${claim?.member}`)
  for (const other of books.engine.all<Member>('members'))
    books.holds(
      other._id === is._id || other.profile.phone?.handle !== phone.handle,
      'phone',
      () => `${is._id} and ${other._id} keep one number`,
    )
}

/** As long as a member keeps a number, its claim is his. */
export function watchPhoneClaim(books: Books, { before, after }: Write): void {
  const id = String(after?._id ?? before?._id)
  for (const member of books.engine.all<Member>('members'))
    books.holds(
      member.profile.phone?.handle !== id || after?.member === member._id,
      'phone',
      () => `the claim of ${member._id} went to ${after?.member ?? 'nobody'}`,
    )
}
