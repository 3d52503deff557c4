import type { BusinessDay, Contract, MemberId, Program } from '../../core/contract'
import { openAccount, postAll } from '../../core/domain/account'
import { join } from '../../core/domain/join'
import { tierLadder } from '../../core/domain/lint/tiers'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { type Member, newMember } from '../../core/store/member'
import { versionOf } from '../../core/store/programs'
import { branchName } from '../../core/store/restaurant'
import { settleFor } from '../../core/store/settle'
import type { Handler } from '../serve'

/** The calculation of a real bill under a programme that is not published. */
export const previewProgram: Handler<Contract['manager']['previewProgram']> = async (input, env) => {
  const { terms, member: id, day, branch, amount } = input
  env.about(id)
  const program = { ...terms, version: versionOf(day), validFrom: day }
  const [staff, restaurant, known] = await Promise.all([
    env.staff('manager.previewProgram'),
    env.restaurant(),
    id === null ? null : readMember(env, id),
  ])
  if (!staff.ok) return staff
  // Nobody knows which tier he has where tiers do not begin at zero.
  if (tierLadder(program).length > 0) return refuse('NOT_PUBLISHABLE')
  const member = id === null ? newcomer(day, program) : known
  if (member === null) return refuse('MEMBER_NOT_FOUND')
  const bill = {
    branch: { id: branch, name: branchName(restaurant, branch) },
    amount,
    atDesk: true,
    bill: 'preview',
  }
  const { reply } = settleFor(member, bill, day, program)
  const { earned, steps, expiresOn } = reply.settled
  return accept({ earned, steps, expiresOn })
}

/** Somebody who joins on that day and dines. */
const newcomer = (day: BusinessDay, program: Program): Member => ({
  ...newMember('M0000000000000000' as MemberId, day),
  account: postAll(openAccount(), [join(day, program)]),
})
