import { sealedUnder } from '../../cloudfunctions/seal'
import type { Member } from '../../core/store/member'
import type { PhoneClaim } from '../../core/store/phone-claim'
import type { Judge } from './answer'
import type { Books } from './books'
import { sealsAt } from './house'
import { numberOf } from './watch/watch-phone'

/** Who is found by a number had it at some moment since it was asked; where nobody is found, nobody had it throughout. */
export const judgePhone: Judge = (books, { question, since }, { ok, refusal, data = {} }) => {
  if (question.asked !== 'cashier.findByPhone') return
  const phone = String(question.input.phone)
  const had = (member: string) => books.since(books.numbers.get(member), since)
  if (ok) {
    const { member } = data.guest as { member: string }
    books.holds(had(member).includes(phone), 'phone', () => `${member} was found by a number of another`)
  }
  if (refusal !== 'PHONE_NOT_FOUND') return
  for (const member of books.numbers.keys())
    books.holds(
      had(member).some((number) => number !== phone) || joinsLater(books, member, since),
      'phone',
      () => `${member} was not found by his number`,
    )
}

/** He had no number yet when it was asked. */
const joinsLater = (books: Books, member: string, since: number): boolean =>
  (books.numbers.get(member)?.[0]?.step ?? 0) >= since

/** I15: at the end every claim is its member's, and nothing is sealed under an old key. */
export function judgePhonesAtEnd(books: Books, now: number): void {
  const { current } = sealsAt(books.house, now)
  for (const { _id, member, openSince } of books.engine.all<PhoneClaim>('phones')) {
    const phone = books.engine.read<Member>('members', member)?.profile.phone
    books.holds(
      phone?.handle === _id && openSince === 0,
      'I15',
      () => `a claim of ${member} is open since ${openSince}, he keeps ${phone?.handle === _id}`,
    )
  }
  for (const member of books.engine.all<Member>('members')) {
    const { phone } = member.profile
    if (phone === undefined) continue
    books.holds(numberOf(member) !== null, 'phone', () => `the number of ${member._id} does not open`)
    books.holds(
      sealedUnder(phone.sealed) === current,
      'I15',
      () => `the number of ${member._id} is sealed under ${sealedUnder(phone.sealed)}`,
    )
  }
}
