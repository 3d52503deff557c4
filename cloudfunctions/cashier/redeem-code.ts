import type { Contract } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { readRedemption, type Use, use } from '../../core/store/redemption'
import { branchName } from '../../core/store/restaurant'
import type { Handler } from '../serve'
import { findAtCounter, obstacle } from './redemption-at-counter'

/** Once only: of two cashiers at the same moment one is told who was first. I6. */
export const redeemCode: Handler<Contract['cashier']['redeemCode']> = async ({ key, code }, env) => {
  const [found, restaurant] = await Promise.all([findAtCounter(code, env), env.restaurant()])
  if (!found.ok) return found
  const { redemption, staff } = found.value
  const replyOf = (used: Use | null) =>
    used?.key === key ? accept({ rewardName: redemption.rewardName, at: used.at }) : refuse('CODE_USED')
  if (redemption.used?.key === key) return replyOf(redemption.used)
  const no = obstacle(redemption, staff, env)
  if (no !== null) return no

  const { branch, _id, name } = staff
  const place = branchName(restaurant, branch)
  const used = { at: instantOf(env.now), branch, branchName: place, staff: _id, by: name, key }
  if (await use(env.db, redemption._id, used)) return replyOf(used)
  return replyOf((await readRedemption(env.db, redemption._id))?.used ?? null)
}
