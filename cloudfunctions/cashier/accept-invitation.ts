import type { Contract } from '../../core/contract'
import { openAgainAt, sayOpen } from '../../core/domain/attempts'
import { accept, refuseUntil } from '../../core/domain/result'
import { isClosedTo } from '../../core/store/attempts'
import { takeUp } from '../../core/store/invitation'
import { branchName } from '../../core/store/restaurant'
import type { Handler } from '../serve'
import { normaliseCode } from '../sign'

export const acceptInvitation: Handler<Contract['cashier']['acceptInvitation']> = async ({ code }, env) => {
  const plain = normaliseCode(code)
  env.about(null, plain.slice(-4))
  const [closed, restaurant] = await Promise.all([isClosedTo(env, env.caller()), env.restaurant()])
  if (closed) return refuseUntil('TOO_MANY_ATTEMPTS', sayOpen(openAgainAt(env.now)))
  const taken = await takeUp(env, plain, env.caller(), env.colleague, env.newToken())
  if (!taken.ok) return taken
  const { name, role, branch } = taken.value
  return accept({ name, role, branchName: branchName(restaurant, branch) })
}
