import type { LedgerLine } from '../../../core/contract'
import type { Member, Row } from '../../../core/store/member'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { watchAccount } from './watch-account'
import { watchCheckIns } from './watch-check-in'
import { watchCommand } from './watch-command'
import { watchInbox } from './watch-letter'
import { numberOf, watchPhoneOf } from './watch-phone'
import { watchStamps } from './watch-stamps'

const identify = ({ collection, document }: Row) => `${collection}/${document._id}`

/** A member is committed by one more version, or swept; nothing else may write him. */
export function watchMember(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null) return books.violate('I13', 'a member was removed')
  const [was, is] = [before, after] as unknown as [Member | null, Member]
  noRowIsLost(books, was, is)
  const person = books.person(is._id)
  if (is.version === person.version) return onlySwept(books, was, is)
  books.holds(
    is.version === person.version + 1,
    'one version at a time',
    () => `${is._id} went from ${person.version} to ${is.version}`,
  )
  if (by === null) return books.violate('only commands write members', is._id)
  watchAccount(books, is)
  watchPhoneOf(books, is)
  const lines = newLines(books, is)
  watchStamps(books, is, [...person.lines, ...lines])
  watchCommand(books, is, lines, by)
  watchInbox(books, is, lines, by)
  watchCheckIns(books, is._id, person.lines, lines)
  person.version = is.version
  person.lines.push(...lines)
  person.states.push({ step: books.step(), is: { seq: is.seq, plain: person.plain } })
}

/** I15: what leaves the outbox stands in its collection. */
function noRowIsLost(books: Books, was: Member | null, is: Member) {
  const kept = new Set(is.outbox.map(identify))
  for (const row of was?.outbox ?? [])
    books.holds(
      kept.has(identify(row)) || books.engine.read(row.collection, row.document._id) !== null,
      'I15',
      () => `${identify(row)} left the outbox and stands nowhere`,
    )
}

function onlySwept(books: Books, was: Member | null, is: Member) {
  const matter = (member: Member | null) =>
    member &&
    JSON.stringify([member.account, member.seq, opened(member), member.latest, member.recent, member.inbox])
  books.holds(
    matter(was) === matter(is),
    'one version at a time',
    () => `${is._id} changed under one version`,
  )
}

/** A number that is sealed anew is the same number. */
const opened = (member: Member) => {
  const { phone, ...profile } = member.profile
  return [profile, phone?.handle, phone?.key, numberOf(member)]
}

/** I13: the new lines follow the old ones without a gap, each with the balance after it. */
function newLines(books: Books, is: Member): LedgerLine[] {
  const { lines: old } = books.person(is._id)
  const lines = is.outbox
    .filter(({ collection }) => collection === 'entries')
    .map(({ document }) => document as unknown as LedgerLine)
    .filter(({ seq }) => seq > old.length)
  let balance = old.at(-1)?.balance ?? 0
  for (const [index, line] of lines.entries()) {
    balance += line.delta
    books.holds(
      line.seq === old.length + index + 1 && line.balance === balance,
      'I13',
      () => `${is._id} has line ${line.seq} with ${line.balance} after ${old.length + index} with ${balance}`,
    )
  }
  books.holds(is.seq === old.length + lines.length, 'I13', () => `${is._id} counts ${is.seq} lines`)
  return lines
}
