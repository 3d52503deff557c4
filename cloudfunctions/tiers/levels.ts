import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { levelsOf } from '../../core/domain/levels'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { readLedger } from '../../core/store/ledger'
import { guestOf } from '../../core/store/member'
import type { Handler } from '../serve'

const HISTORY = 12

export const levels: Handler<Contract['tiers']['levels']> = async (_input, env) => {
  const id = env.caller()
  const [member, restaurant, pageWith] = await Promise.all([
    readMember(env, id),
    env.restaurant(),
    readLedger(env.db, id, { kind: 'tier' }, HISTORY),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')
  return accept({
    ...levelsOf(member.account, guestOf(member), businessDayOf(env.now), restaurant.program),
    history: pageWith(member),
  })
}
