import type { Invitation, Staff } from '../../../core/store/staff'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { hadPower } from './watch-rights'

/** One invitation makes one person staff, once; who was revoked comes back by another invitation only. */
export function watchStaff(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null) return books.violate('SEC-03', 'a colleague was removed')
  const [was, is] = [before, after] as unknown as [Staff | null, Staff]
  if (was !== null && was.active === is.active) {
    const same = was.role === is.role && was.branch === is.branch
    return books.holds(same, 'SEC-03', () => `${is._id} became ${is.role} of ${is.branch} while at work`)
  }
  books.keep(books.roles, is._id, is.active ? { role: is.role, branch: is.branch } : null)
  if (by === null) return
  books.deeds.push(`${by.question.asked} ${by.question.who}`)
  if (is.active) bound(books, is, by)
  else removed(books, is, by)
}

function bound(books: Books, { _id }: Staff, { question }: Invocation) {
  const code = String(question.input.code)
  books.holds(!books.bound.has(code), 'SEC-03', () => `invitation ${code} made ${_id} staff a second time`)
  books.bound.add(code)
  books.holds(question.who === _id, 'SEC-03', () => `${question.who} made ${_id} staff`)
}

/** By somebody who may, and never the last who could do it. */
function removed(books: Books, is: Staff, by: Invocation) {
  books.holds(
    by.question.asked === 'manager.revokeStaff' && by.question.who !== is._id && hadPower(books, by, is),
    'SEC-03',
    () => `${by.question.who} removed ${is.name}, ${is.role} of ${is.branch}`,
  )
  const admins = books.engine.all<Staff>('staff').filter(({ role, active }) => role === 'admin' && active)
  books.holds(admins.length > 0, 'SEC-03', () => 'there is no admin any more')
}

export function watchInvitation(books: Books, { before, after }: Write, by: Invocation | null) {
  const [was, is] = [before, after] as unknown as [Invitation | null, Invitation | null]
  if (is === null) return books.violate('SEC-03', 'an invitation was removed')
  if (was === null && by !== null) {
    books.deeds.push(`manager.inviteStaff ${by.question.who}`)
    books.holds(
      hadPower(books, by, is),
      'SEC-03',
      () => `${by.question.who} invited a ${is.role} of ${is.branch}`,
    )
  }
  const swept = was !== null && was.usedBy === is.usedBy && was.status === is.status
  books.holds(
    was === null || swept || (was.usedBy === null && is.usedBy === by?.question.who),
    'SEC-03',
    () => `invitation ${is._id} of ${was?.usedBy} became ${is.usedBy}`,
  )
}
