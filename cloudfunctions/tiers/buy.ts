import type { Contract, OutputOf, RefusalOf } from '../../core/contract'
import { balanceOf, postAll } from '../../core/domain/account'
import { buyTier } from '../../core/domain/buy-tier'
import { accept, refuse } from '../../core/domain/result'
import { tierOf } from '../../core/domain/tier'
import { once } from '../../core/store/once'
import type { Handler } from '../serve'

type Buy = Contract['tiers']['buy']

/** Points for a tier: burned and given in one write. C-21. */
export const buy: Handler<Buy> = (input, env) => {
  const member = env.caller()
  const beside = async () => accept('nothing')
  const command = { procedure: 'tiers.buy', key: input.key, member, input, beside }
  return once<string, never, OutputOf<Buy>, RefusalOf<Buy>>(
    env,
    command,
    (found, _beside, today, program) => {
      if (found === null) return refuse('NOT_A_MEMBER')
      const bought = buyTier(found.account, input.tier, today, program)
      if (!bought.ok) return bought
      const account = postAll(found.account, bought.value)
      const reply = {
        tierName: tierOf(account, program).name,
        until: account.bought?.until ?? today,
        balance: balanceOf(account),
      }
      return accept({ entries: bought.value, reply })
    },
  )
}
