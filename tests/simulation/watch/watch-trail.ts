import type { Action } from '../../../core/store/trail'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'

/** SEC-02: a record is added once and never again touched, and says who it was as he then was. */
export function watchAction(books: Books, { before, after }: Write) {
  books.holds(before === null && after !== null, 'SEC-02', () => `record ${before?._id} was touched`)
  const { _id, action } = after as unknown as { _id: string; action: Action }
  const posts = (books.roles.get(action.staff) ?? []).map(({ is }) => is)
  books.holds(
    _id === action.id && posts.some((post) => post?.role === action.role && post.branch === action.branch),
    'SEC-02',
    () => `${action.staff} is written down as ${action.role} of ${action.branch}`,
  )
}

/** SEC-02: what a colleague does carries its record in the write that does it. */
export function carriesRecord(books: Books, by: Invocation, document: unknown): void {
  const { action } = document as { action?: Action }
  const { asked, who, input } = by.question
  books.holds(
    action?.staff === who && action?.procedure === asked && action.outcome === 'ok',
    'SEC-02',
    () => `${asked} ${input.key} of ${who} is recorded as ${JSON.stringify(action)}`,
  )
}
