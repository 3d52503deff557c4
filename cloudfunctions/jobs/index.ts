import { expireMembers } from '../../core/store/expire-members'
import { sweepOutboxes } from '../../core/store/outbox'
import { sweepStock } from '../../core/store/stock'
import { forgetSpent } from '../../core/store/used-codes'
import { cloudEnv, type Env } from '../env'
import { attend } from '../serve'

/** Stop in time: what is left is done by the next tick. */
const BUDGET_MS = 45_000

export const main = async (): Promise<object> => tick(cloudEnv())

/** The timer: expire what is due, finish what was left half done, forget what is spent. */
export async function tick(env: Env): Promise<object> {
  // Any phone can call any function by its name.
  if (env.isFromPhone) return { ok: false, refusal: 'FORBIDDEN' }
  const started = performance.now()
  const inTime = () => performance.now() - started < BUDGET_MS
  return attend(env, { name: 'jobs' }, async () => {
    const expired = await untilDone(inTime, () => expireMembers(env))
    const swept = await untilDone(inTime, () => sweepOutboxes(env))
    const stock = await sweepStock(env)
    await forgetSpent(env)
    const done = { expired, swept, stock }
    env.log({ at: 'jobs', ...done, ms: Math.round(performance.now() - started) })
    return { ok: true, ...done }
  })
}

/** Batch after batch while there is more and time is left; the number of members treated. */
async function untilDone(inTime: () => boolean, batch: () => Promise<{ due: number; more: boolean }>) {
  let total = 0
  for (let more = true; more && inTime(); ) {
    const done = await batch()
    total += done.due
    more = done.more
  }
  return total
}
