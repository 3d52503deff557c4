import type { Contract } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { takeUp } from '../../core/store/invitation'
import { branchName } from '../../core/store/restaurant'
import type { Handler } from '../serve'
import { normaliseCode } from '../sign'

export const acceptInvitation: Handler<Contract['cashier']['acceptInvitation']> = async ({ code }, env) => {
  const boundAt = instantOf(env.now)
  const [taken, restaurant] = await Promise.all([
    takeUp(env, normaliseCode(code), env.caller(), boundAt),
    env.restaurant(),
  ])
  if (!taken.ok) return taken
  const { name, role, branch } = taken.value
  return accept({ name, role, branchName: branchName(restaurant, branch) })
}
