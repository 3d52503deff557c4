import type { Contract } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { sumOfPoints } from '../../core/domain/amounts'
import { accept, refuse } from '../../core/domain/result'
import { tierOf } from '../../core/domain/tier'
import { readMember } from '../../core/store/as-of'
import { shownPhone } from '../phone-view'
import type { Handler } from '../serve'

export const member: Handler<Contract['manager']['member']> = async ({ member: id }, env) => {
  env.about(id)
  const [staff, { program }, found] = await Promise.all([
    env.staff('manager.member'),
    env.restaurant(),
    readMember(env, id),
  ])
  if (!staff.ok) return staff
  if (found === null) return refuse('MEMBER_NOT_FOUND')
  const { account, profile, joinedOn } = found
  return accept({
    member: id,
    name: profile.name,
    phone: shownPhone(found, env),
    tierName: tierOf(account, program).name,
    balance: balanceOf(account),
    debt: account.debt,
    pending: sumOfPoints(account.pending),
    joinedOn,
    barred: account.barred ?? null,
    own: id === staff.value._id,
    limit: program.limits[staff.value.role].adjustment,
  })
}
