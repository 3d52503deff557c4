import type { Contract } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { type Redemption, readRedemption, use } from '../../core/store/redemption'
import { branchName } from '../../core/store/restaurant'
import type { Handler } from '../serve'
import { deedOf, findAtCounter, obstacle } from './redemption-at-counter'

/** Once only: of two cashiers at the same moment one is told who was first. I6. */
export const redeemCode: Handler<Contract['cashier']['redeemCode']> = async ({ key, code }, env) => {
  const [found, restaurant] = await Promise.all([
    findAtCounter('cashier.redeemCode', code, env),
    env.restaurant(),
  ])
  if (!found.ok) return found
  const { redemption, staff } = found.value
  if (redemption.used?.key === key) return replyOf(redemption, key)
  const no = obstacle(redemption, staff, env)
  if (no !== null) return no

  const { branch, _id, name } = staff
  const place = branchName(restaurant, branch)
  const used = { at: instantOf(env.now), branch, branchName: place, staff: _id, by: name, key }
  const deed = deedOf('cashier.redeemCode', redemption, staff, key, env.now)
  if (await use(env, redemption._id, used, deed)) return replyOf({ ...redemption, used }, key)
  const now = await readRedemption(env.db, redemption._id)
  return replyOf(now ?? redemption, key)
}

/** What became of it: used by this tap, or by somebody who was quicker, or void. */
const replyOf = ({ used, rewardName, status }: Redemption, key: string) => {
  if (used?.key === key) return accept({ rewardName, at: used.at })
  return refuse(status === 'void' ? 'CODE_VOID' : 'CODE_USED')
}
