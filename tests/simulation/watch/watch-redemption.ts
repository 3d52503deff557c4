import type { Redemption } from '../../../core/store/redemption'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { plainDay } from '../plain-lots'
import { carriesRecord } from './watch-trail'

/** I6: a code is issued by a claim that burned its points, and used once, in its branch and time. */
export function watchRedemption(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null) return books.violate('I6', `code ${before?._id} was removed`)
  const is = after as unknown as Redemption
  if (before === null) return issued(books, is)
  const { status, used, action: none, ...fixed } = before as unknown as Redemption
  const { status: newStatus, used: newUse, action: _action, ...same } = is
  books.holds(JSON.stringify(fixed) === JSON.stringify(same), 'I6', () => `code ${is._id} was changed`)
  books.holds(
    status === 'issued' && used === null && none === undefined && newStatus === 'redeemed' && newUse !== null,
    'I6',
    () => `code ${is._id} went from ${status} to ${newStatus}`,
  )
  if (newUse === null || by === null) return
  carriesRecord(books, by, is)
  books.holds(
    plainDay(by.now.getTime()) <= is.expiresOn && newUse.key === by.question.input.key,
    'I6',
    () => `code ${is._id} of ${is.expiresOn} was used at ${newUse.at} under ${newUse.key}`,
  )
  const branches = is.branches as string[] | null
  const roles = books.since(books.roles.get(newUse.staff), by.since)
  books.holds(
    roles.some((role) => role?.branch === newUse.branch) &&
      (branches === null || branches.includes(newUse.branch)),
    'I6',
    () => `code ${is._id} for ${branches} was used at ${newUse.branch}`,
  )
}

function issued(books: Books, { _id, member, points, used }: Redemption) {
  const burned = books
    .person(member)
    .lines.filter(({ entry }) => entry.type === 'RewardClaimed' && entry.redemption === _id)
  books.holds(
    burned.length === 1 && burned[0]?.delta === -points && used === null,
    'I6',
    () => `code ${_id} was issued for ${burned.length} claims`,
  )
}
