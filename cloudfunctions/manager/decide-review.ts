import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { decideReview as decide } from '../../core/store/decide-review'
import type { Handler } from '../serve'

/** Asked again by the same tap it is answered the same: what was decided is kept with the member. */
export const decideReview: Handler<Contract['manager']['decideReview']> = async (input, env) => {
  const { member, pending, approve, note } = input
  env.about(member, approve ? `approve ${note}` : `reject ${note}`)
  const staff = await env.staff('manager.decideReview')
  if (!staff.ok) return staff
  const decided = await decide(env, { member, pending, approve, note }, staff.value)
  return decided.ok ? accept({ member, approved: decided.value.approved }) : decided
}
