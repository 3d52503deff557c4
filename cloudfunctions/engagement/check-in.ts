import type { Contract, OutputOf, RefusalOf } from '../../core/contract'
import { checkIn as decide } from '../../core/domain/check-in/check-in'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import { readSeatOfDay, type Seat } from '../../core/store/seats'
import type { Handler } from '../serve'
import { given } from './given'

type Done = OutputOf<Contract['engagement']['checkIn']>
type No = RefusalOf<Contract['engagement']['checkIn']>

export const checkIn: Handler<Contract['engagement']['checkIn']> = (input, env) => {
  const id = env.caller()
  const beside = async () => accept(await readSeatOfDay(env, id))
  const command = { procedure: 'engagement.checkIn', key: input.key, member: id, input, beside }
  return once<Seat | null, never, Done, No>(env, command, (member, seat, today, program) => {
    if (member === null) return refuse('NOT_A_MEMBER')
    const { account, joinedOn } = member
    const decided = decide(account, { joinedOn, isSeated: seat !== null }, today, program)
    if (!decided.ok) return decided
    const { streak, entries } = decided.value
    return accept({ entries, reply: { streak, ...given(account, entries) } })
  })
}
