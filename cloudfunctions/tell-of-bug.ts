import { finding } from '../core/domain/audit/finding'
import { businessDayOf } from '../core/domain/calendar'
import { raise } from '../core/store/alarms'
import type { Env } from './env'

/** Who waits for an answer does not wait longer than this for the alarm. */
const PATIENCE_MS = 1000

/**
 * A bug becomes an alarm: one for each procedure and business day, counted. It names what was
 * done and never what was said, which may hold anything. If even that fails, it fails here: the
 * log has the bug already, and nothing that tells of a bug may call itself.
 */
export async function tellOfBug(env: Env, doing: { name: string; procedure?: string }): Promise<void> {
  const { name, procedure } = doing
  const subject = procedure === undefined ? name : `${name}.${procedure}`
  const kind = name === 'jobs' ? 'JOB_FAILED' : 'INTERNAL_ERROR'
  const found = finding(kind, null, `${subject}.${businessDayOf(env.now)}`, { subject })
  try {
    await Promise.race([raise(env, found, env.now.toISOString()), env.sleep(PATIENCE_MS)])
  } catch (error) {
    env.warn('no alarm could be raised', error)
  }
}
