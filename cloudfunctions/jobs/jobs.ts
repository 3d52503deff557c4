import { forgetHealth } from '../../core/store/health'
import { tellManagers } from '../../core/store/messages'
import { sweepNotes } from '../../core/store/notes'
import { sweepOutboxes } from '../../core/store/outbox'
import { sweepPhones } from '../../core/store/phone-claim'
import { reconcile } from '../../core/store/reconcile'
import { settleTimeOfMembers } from '../../core/store/settle-time-of-members'
import { sweepStock } from '../../core/store/stock'
import { tryAll } from '../../core/store/try-all'
import { forgetSpent } from '../../core/store/used-codes'
import { watch } from '../../core/store/watch'
import type { Env } from '../env'
import { resealNext } from '../reseal'
import { sendMessage } from '../send-message'

/** Does as much as there is time for, and says how much. */
type Job = (env: Env, inTime: () => boolean, auditAgain: boolean) => Promise<number>

/** By what is told of them, in the order they are done: the audit looks at a house that has been swept. */
export const JOBS: Record<string, Job> = {
  time: (env, inTime) => untilDone(inTime, () => settleTimeOfMembers(env)),
  swept: (env, inTime) => untilDone(inTime, () => sweepOutboxes(env)),
  noted: (env) => sweepNotes(env),
  stock: (env) => sweepStock(env),
  phones: (env, inTime) => untilDone(inTime, () => sweepPhones(env)),
  resealed: (env) => resealNext(env),
  forgotten: async (env) => {
    await tryAll([forgetSpent(env), forgetHealth(env)])
    return 0
  },
  alarmed: (env) => watch(env),
  audited: async (env, inTime, again) => reconcile(env, (await env.restaurant()).program, inTime, again),
  messages: (env) => tellManagers(env, sendMessage(env)),
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
