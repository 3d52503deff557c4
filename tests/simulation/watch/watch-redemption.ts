import type { LedgerLine } from '../../../core/contract'
import type { Redemption } from '../../../core/store/redemption'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { plainDay } from '../plain-lots'
import { watchWorth } from './watch-rights'
import { carriesRecord } from './watch-trail'

/** I6: a code is issued by a claim that burned its points, and used once or made void, in its branch and time. */
export function watchRedemption(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null) return books.violate('I6', `code ${before?._id} was removed`)
  const is = after as unknown as Redemption
  if (before === null) return issued(books, is)
  const was = before as unknown as Redemption
  books.holds(fixedOf(was) === fixedOf(is), 'I6', () => `code ${is._id} was changed`)
  if (was.status === 'void') return closed(books, was, is)
  const how = is.status === 'void' ? is.voided : is.used
  books.holds(
    was.status === 'issued' &&
      was.action === undefined &&
      (is.used === null) === (is.status === 'void') &&
      !!how,
    'I6',
    () => `code ${is._id} went from ${was.status} to ${is.status}`,
  )
  if (!how || by === null) return
  carriesRecord(books, by, is)
  if (is.status === 'void') watchWorth(books, by, is)
  books.holds(
    plainDay(by.now.getTime()) <= is.expiresOn &&
      how.key === by.question.input.key &&
      is.voided?.reason === by.question.input.reason,
    'I6',
    () => `code ${is._id} of ${is.expiresOn} became ${is.status} at ${how.at} under ${how.key}`,
  )
  const branches = is.branches as string[] | null
  const roles = books.since(books.roles.get(how.staff), by.since)
  books.holds(
    roles.some((role) => role?.branch === how.branch) && (branches === null || branches.includes(how.branch)),
    'I6',
    () => `code ${is._id} for ${branches} became ${is.status} at ${how.branch}`,
  )
}

/** What is never changed of a code. */
function fixedOf({ status, used, voided, openSince, closedAt, action, ...fixed }: Redemption): string {
  return JSON.stringify(fixed)
}

/** I6, I7: a void code stays what it is, and is closed once, when its points and its piece are back. */
function closed(books: Books, was: Redemption, is: Redemption) {
  const of = ({ status, used, voided, action }: Redemption) => JSON.stringify([status, used, voided, action])
  books.holds(
    of(was) === of(is) && (was.openSince ?? 0) > 0 && is.openSince === 0,
    'I6',
    () => `void code ${is._id} was touched: ${JSON.stringify(is)}`,
  )
  const isBack = books.returned.has(is._id) || !books.house.stock.has(is.reward)
  books.holds(
    books.committed.has(`void.${is._id}`) && isBack,
    'I7',
    () => `code ${is._id} was closed before everything was back`,
  )
}

function issued(books: Books, { _id, member, points, stamps, status, used }: Redemption) {
  const burned = books
    .person(member)
    .lines.filter(({ entry }) => entry.type === 'RewardClaimed' && entry.redemption === _id)
  books.holds(
    burned.length === 1 &&
      burned[0]?.delta === 0 - points &&
      stampsIn(burned[0].entry) === stamps &&
      status === 'issued' &&
      used === null,
    'I6',
    () => `code ${_id} was issued for ${burned.length} claims`,
  )
}

const stampsIn = (entry: LedgerLine['entry']) => (entry.type === 'RewardClaimed' ? entry.stamps : undefined)
