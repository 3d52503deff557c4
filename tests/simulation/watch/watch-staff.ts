import type { Invitation, Staff } from '../../../core/store/staff'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'

/** One invitation makes one person staff, once; who was revoked comes back by another invitation only. */
export function watchStaff(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null) return books.violate('SEC-03', 'a colleague was removed')
  const [was, is] = [before, after] as unknown as [Staff | null, Staff]
  books.keep(books.roles, is._id, is.active ? { role: is.role, branch: is.branch } : null)
  if (by === null || !is.active || was?.active) return
  const code = String(by.question.input.code)
  books.holds(!books.bound.has(code), 'SEC-03', () => `invitation ${code} made ${is._id} staff a second time`)
  books.bound.add(code)
  books.holds(by.question.who === is._id, 'SEC-03', () => `${by.question.who} made ${is._id} staff`)
}

export function watchInvitation(books: Books, { before, after }: Write, by: Invocation | null) {
  const [was, is] = [before, after] as unknown as [Invitation | null, Invitation | null]
  if (is === null) return books.violate('SEC-03', 'an invitation was removed')
  books.holds(
    was === null || (was.usedBy === null && is.usedBy === by?.question.who),
    'SEC-03',
    () => `invitation ${is._id} of ${was?.usedBy} became ${is.usedBy}`,
  )
}
