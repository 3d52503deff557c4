import type { Contract } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { type Redemption, readRedemption, type Use, use } from '../../core/store/redemption'
import { branchName } from '../../core/store/restaurant'
import type { Staff } from '../../core/store/staff'
import { actionOf } from '../../core/store/trail'
import type { Handler } from '../serve'
import { findAtCounter, lastFour, obstacle } from './redemption-at-counter'

/** Once only: of two cashiers at the same moment one is told who was first. I6. */
export const redeemCode: Handler<Contract['cashier']['redeemCode']> = async ({ key, code }, env) => {
  const [found, restaurant] = await Promise.all([
    findAtCounter('cashier.redeemCode', code, env),
    env.restaurant(),
  ])
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
  if (await use(env.db, redemption._id, used, deedOf(redemption, staff, key, env.now))) return replyOf(used)
  return replyOf((await readRedemption(env.db, redemption._id))?.used ?? null)
}

/** Kept with the code itself, by the write that uses it. SEC-02. */
const deedOf = ({ _id, member }: Redemption, staff: Staff, key: string, now: Date) =>
  actionOf(
    staff,
    { procedure: 'cashier.redeemCode', member, subject: lastFour(_id), outcome: 'ok', key, unique: key },
    now,
  )
