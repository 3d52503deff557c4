import type { Contract } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { accept } from '../../core/domain/result'
import { readBarred } from '../../core/store/blacklist'
import type { Handler } from '../serve'

/** Who is on the blacklist: the whole house's, because a member belongs to no branch. RISK-04. */
export const barred: Handler<Contract['manager']['barred']> = async (_input, env) => {
  const [staff, found] = await Promise.all([env.staff('manager.barred'), readBarred(env)])
  if (!staff.ok) return staff
  return accept({
    members: found.map(({ _id: member, profile, account, barred }) => ({
      ...barred,
      member,
      name: profile.name,
      balance: balanceOf(account),
      own: member === staff.value._id,
    })),
  })
}
