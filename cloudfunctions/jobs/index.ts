import { isDue } from '../../core/domain/schedule'
import { type Lane, lanesOf, leaveLane, type Stretch, takeLane } from '../../core/store/lanes'
import { cloudEnv, type Env } from '../env'
import { attend } from '../serve'
import { JOBS } from './jobs'

/** Stop in time: what is left is done by the next tick. */
const BUDGET_MS = 45_000

/**
 * Somebody who runs the function by hand may ask for the audit once more, or put it off: a replay of
 * years audits the house when it has arrived.
 */
type Audit = 'due' | 'again' | 'later'

export const main = async (event: { audit?: unknown }): Promise<object> =>
  tick(cloudEnv(), event?.audit === 'again' || event?.audit === 'later' ? event.audit : 'due')

interface Tick {
  audit: Audit
  inTime(): boolean
  /** How much each job has done; null for what failed. */
  report: Record<string, number | null>
  /** Lanes that another tick is in. */
  busy: string[]
}

/**
 * The timer: in each lane that no other tick is in, do what is due, one job after another. Each
 * stands for itself: one that fails is told to managers, and the others are done all the same.
 */
export async function tick(env: Env, audit: Audit = 'due'): Promise<object> {
  // Any phone can call any function by its name.
  if (env.isFromPhone) return { ok: false, refusal: 'FORBIDDEN' }
  const started = performance.now()
  const token = env.newToken()
  const ticking: Tick = { audit, inTime: () => performance.now() - started < BUDGET_MS, report: {}, busy: [] }
  for (const stretch of lanesOf(env.lanes)) {
    if (!ticking.inTime()) break
    const doing = { name: 'jobs', procedure: stretch.id }
    const outcome = await attend(env, doing, () => workIn(env, stretch, token, ticking))
    if (outcome === 'busy') ticking.busy.push(stretch.id)
    if (typeof outcome === 'object') ticking.report[stretch.id] = null
  }
  const { report, busy } = ticking
  const counts = Object.entries(report).filter(([, count]) => count !== null)
  const done = { ...Object.fromEntries(counts), ...(busy.length > 0 ? { busy } : {}) }
  env.log({ at: 'jobs', ...done, ms: Math.round(performance.now() - started), ...env.effort?.() })
  const failed = counts.length < Object.keys(report).length
  return failed ? { ok: false, refusal: 'INTERNAL', ...done } : { ok: true, ...done }
}

/** Everything that is due in a lane, unless another tick is in it. */
async function workIn(env: Env, stretch: Stretch, token: string, ticking: Tick): Promise<'done' | 'busy'> {
  const lane = await takeLane(env, stretch.id, token)
  if (lane === null) return 'busy'
  await leaveLane(env, lane._id, token, await work(env, lane, stretch, ticking))
  return 'done'
}

/** What is due in a lane; when each job was last done to its end. */
async function work(
  env: Env,
  lane: Lane,
  stretch: Stretch,
  { audit, inTime, report }: Tick,
): Promise<Lane['done']> {
  const done = { ...lane.done }
  for (const [name, { every, of, run }] of Object.entries(JOBS)) {
    if (of === 'house' && !stretch.house) continue
    const again = name === 'audited' && audit === 'again'
    if (name === 'audited' && audit === 'later') continue
    if (!again && !isDue(every, done[name] ?? null, env.now)) continue
    const occasion = { range: stretch.range, inTime, again }
    const outcome = await attend(env, { name: 'jobs', procedure: name }, () => run(env, occasion))
    const count = 'count' in outcome ? outcome.count : null
    report[name] = count === null ? null : (report[name] ?? 0) + count
    if ('count' in outcome && !outcome.more) done[name] = env.now.getTime()
  }
  return done
}
