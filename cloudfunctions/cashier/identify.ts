import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { spend } from '../../core/store/used-codes'
import { openMemberCode } from '../codes'
import { guestView } from '../guest-view'
import type { Handler } from '../serve'

/** A member code shows one member once: a photograph of it is worth nothing. RED-13. */
export const identify: Handler<Contract['cashier']['identify']> = async ({ key, code }, env) => {
  const opened = openMemberCode(env.secret, code, env.now)
  const [staff, restaurant, member] = await Promise.all([
    env.staff('cashier.identify'),
    env.restaurant(),
    opened.ok ? readMember(env, opened.value.member) : null,
  ])
  if (!staff.ok) return staff
  if (!opened.ok) return opened
  env.about(opened.value.member)
  if (!(await spend(env, 'usedCodes', opened.value.once, key))) return refuse('CODE_USED')
  if (member === null) return refuse('MEMBER_NOT_FOUND')
  return accept({ guest: guestView(member, staff.value, restaurant.program, env) })
}
