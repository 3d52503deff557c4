import type { Every } from '../../core/domain/schedule'
import { sweepProposals } from '../../core/store/decide-proposal'
import { runDueErrands } from '../../core/store/due-errands'
import { meetMembers, settleTimeOfMembers } from '../../core/store/due-members'
import { forgetHealth } from '../../core/store/health'
import type { MemberRange } from '../../core/store/lanes'
import { tellManagers } from '../../core/store/messages'
import { sweepNotes } from '../../core/store/notes'
import { sweepOutboxes } from '../../core/store/outbox'
import { sweepPhones } from '../../core/store/phone-claim'
import { reconcile } from '../../core/store/reconcile'
import { forgetReturned } from '../../core/store/return-piece'
import { sweepVoidCodes } from '../../core/store/reverse-claim'
import { takeBack } from '../../core/store/set-aside'
import { sweepStock } from '../../core/store/stock'
import { tellDiners } from '../../core/store/tell-diners'
import { tryAll } from '../../core/store/try-all'
import { forgetSpent } from '../../core/store/used-codes'
import { watch } from '../../core/store/watch'
import type { Env } from '../env'
import { resealNext } from '../reseal'
import { sendMessage } from '../send-message'

interface Occasion {
  /** Whose members, where the job is about members. */
  range: MemberRange
  inTime: () => boolean
  /** Somebody asked for it by hand although it was done. */
  again: boolean
}

/** How much was done, and whether some is left that there was no time for. */
interface Done {
  count: number
  more: boolean
}

interface Job {
  every: Every
  /** About the members of a lane, or about the house as a whole. */
  of: 'members' | 'house'
  run(env: Env, occasion: Occasion): Promise<Done>
}

const all = async (count: Promise<number>): Promise<Done> => ({ count: await count, more: false })

/** By what is told of them, in the order they are done: the audit looks at a house that has been swept. */
export const JOBS: Record<string, Job> = {
  takenBack: { every: 'day', of: 'house', run: (env) => all(takeBack(env)) },
  time: {
    every: 'tick',
    of: 'members',
    run: (env, { range, inTime }) => untilDone(inTime, () => settleTimeOfMembers(env, range)),
  },
  swept: {
    every: 'tick',
    of: 'members',
    run: (env, { range, inTime }) => untilDone(inTime, () => sweepOutboxes(env, range)),
  },
  told: {
    every: 'tick',
    of: 'members',
    run: (env, { range, inTime }) => untilDone(inTime, () => tellDiners(env, range, sendMessage(env))),
  },
  met: {
    every: { minutes: 10 },
    of: 'members',
    run: (env, { range, inTime }) => untilDone(inTime, () => meetMembers(env, range)),
  },
  errands: {
    every: 'tick',
    of: 'house',
    run: (env, { inTime }) => untilDone(inTime, () => runDueErrands(env)),
  },
  noted: { every: { minutes: 10 }, of: 'house', run: (env) => all(sweepNotes(env)) },
  stock: { every: 'tick', of: 'house', run: (env) => all(sweepStock(env)) },
  decided: { every: { minutes: 10 }, of: 'house', run: (env) => all(sweepProposals(env)) },
  voided: {
    every: 'tick',
    of: 'house',
    run: (env, { inTime }) => untilDone(inTime, () => sweepVoidCodes(env)),
  },
  phones: {
    every: { minutes: 10 },
    of: 'house',
    run: (env, { inTime }) => untilDone(inTime, () => sweepPhones(env)),
  },
  /** A page a tick until nothing is left. */
  resealed: {
    every: { minutes: 60 },
    of: 'house',
    run: async (env) => {
      const count = await resealNext(env)
      return { count, more: count > 0 }
    },
  },
  forgotten: {
    every: 'day',
    of: 'house',
    run: async (env) => {
      await tryAll([forgetSpent(env), forgetHealth(env), forgetReturned(env)])
      return { count: 0, more: false }
    },
  },
  alarmed: { every: 'tick', of: 'house', run: (env) => all(watch(env)) },
  audited: {
    every: 'day',
    of: 'house',
    run: async (env, { inTime, again }) => reconcile(env, await env.program(), inTime, again),
  },
  messages: { every: 'tick', of: 'house', run: (env) => all(tellManagers(env, sendMessage(env))) },
}

/** Batch after batch while there is more and time is left; the number of members treated. */
async function untilDone(
  inTime: () => boolean,
  batch: () => Promise<{ due: number; more: boolean }>,
): Promise<Done> {
  let count = 0
  for (let more = true; more; ) {
    if (!inTime()) return { count, more }
    const done = await batch()
    count += done.due
    more = done.more
  }
  return { count, more: false }
}
