import type { Contract } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { businessDayOf } from '../../core/domain/calendar'
import { newUntil } from '../../core/domain/check-in/milestones'
import { roundOf } from '../../core/domain/check-in/round'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { readSeatOfDay } from '../../core/store/seats'
import type { Handler } from '../serve'

export const round: Handler<Contract['engagement']['round']> = async (_input, env) => {
  const id = env.caller()
  const [member, { program }, seat] = await Promise.all([
    readMember(env, id),
    env.restaurant(),
    readSeatOfDay(env, id),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')
  const rules = program.checkIn
  if (rules === null) return refuse('CHECK_IN_OFF')

  const today = businessDayOf(env.now)
  const until = newUntil(member.joinedOn, rules)
  const isForNewcomers = rules.milestones.some(({ audience }) => audience === 'new')
  return accept({
    round: roundOf(member.account, member.joinedOn, today, rules),
    rules,
    balance: balanceOf(member.account),
    newUntil: isForNewcomers && today <= until ? until : null,
    isHere: rules.where === 'anywhere' || seat !== null,
  })
}
