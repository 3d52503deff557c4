import type { Contract, Entry, OutputOf, RefusalOf } from '../../core/contract'
import { balanceOf, postAll } from '../../core/domain/account'
import { points } from '../../core/domain/amounts'
import { checkIn as decide } from '../../core/domain/check-in/check-in'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import { readSeatOfDay, type Seat } from '../../core/store/seats'
import type { Handler } from '../serve'

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
    const balance = balanceOf(postAll(account, entries))
    return accept({ entries, reply: { streak, ...given(entries), balance } })
  })
}

/** What came at once, and what will. */
const given = (entries: readonly Entry[]) => ({
  earned: points(entries.reduce((sum, one) => (one.type === 'PointsGranted' ? sum + one.earned : sum), 0)),
  pending: points(entries.reduce((sum, one) => (one.type === 'PointsPending' ? sum + one.points : sum), 0)),
})
