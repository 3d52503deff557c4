import type { Contract } from '../../core/contract'
import { balanceOf, openAccount, post } from '../../core/domain/account'
import { join as joinEntry } from '../../core/domain/join'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import type { Handler } from '../serve'

export const join: Handler<Contract['member']['join']> = (input, env) => {
  const { key, name = null, birthday = null } = input
  const id = env.caller()
  const beside = async () => accept(await env.restaurant())
  return once(
    env,
    { procedure: 'member.join', key, member: id, input, beside },
    (member, { program }, today) => {
      if (member !== null) return refuse('ALREADY_JOINED')
      const entry = joinEntry(today, program)
      const balance = balanceOf(post(openAccount(), entry))
      return accept({
        entries: [entry],
        profile: { name, birthday },
        reply: { member: id, earned: program.earn.registration, balance },
      })
    },
  )
}
