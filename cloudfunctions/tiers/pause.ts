import type { Contract, OutputOf, RefusalOf } from '../../core/contract'
import { postAll } from '../../core/domain/account'
import { pauseReview } from '../../core/domain/pause-review'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import type { Handler } from '../serve'

type Pause = Contract['tiers']['pause']

/** The review of his tier is put off, once a year. DOWN-02. */
export const pause: Handler<Pause> = (input, env) => {
  const member = env.caller()
  const beside = async () => accept('nothing')
  const command = { procedure: 'tiers.pause', key: input.key, member, input, beside }
  return once<string, never, OutputOf<Pause>, RefusalOf<Pause>>(
    env,
    command,
    (found, _beside, today, program) => {
      if (found === null) return refuse('NOT_A_MEMBER')
      const paused = pauseReview(found.account, today, program)
      if (!paused.ok) return paused
      const until = postAll(found.account, paused.value).keep?.until ?? today
      return accept({ entries: paused.value, reply: { until } })
    },
  )
}
