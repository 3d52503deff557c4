import { cloudEnv, type Env } from '../env'
import { attend } from '../serve'
import { JOBS } from './jobs'

/** Stop in time: what is left is done by the next tick. */
const BUDGET_MS = 45_000

/**
 * The audit is due once a business day. Somebody who runs the function by hand may ask for it once
 * more, or put it off: a replay of years audits the house when it has arrived.
 */
type Audit = 'due' | 'again' | 'later'

export const main = async (event: { audit?: unknown }): Promise<object> =>
  tick(cloudEnv(), event?.audit === 'again' || event?.audit === 'later' ? event.audit : 'due')

/**
 * The timer: expire what is due, finish what was left half done, watch, and audit once a day. Each
 * job stands for itself: one that fails is told to managers, and the others are done all the same.
 */
export async function tick(env: Env, audit: Audit = 'due'): Promise<object> {
  // Any phone can call any function by its name.
  if (env.isFromPhone) return { ok: false, refusal: 'FORBIDDEN' }
  const started = performance.now()
  const inTime = () => performance.now() - started < BUDGET_MS
  const done: Record<string, number> = {}
  let failed = false
  for (const [procedure, job] of Object.entries(JOBS)) {
    if (procedure === 'audited' && audit === 'later') continue
    const again = audit === 'again'
    const outcome = await attend(env, { name: 'jobs', procedure }, () => job(env, inTime, again))
    if (typeof outcome === 'number') done[procedure] = outcome
    else failed = true
  }
  env.log({ at: 'jobs', ...done, ms: Math.round(performance.now() - started), ...env.effort?.() })
  return failed ? { ok: false, refusal: 'INTERNAL', ...done } : { ok: true, ...done }
}
