import { setTimeout as pause } from 'node:timers/promises'
import type { KeptAlarm } from '../../core/store/alarms'
import type { Database } from '../../core/store/database'
import { readMany } from '../../core/store/database'
import type { Wire } from './wire'

const HOUR_MS = 3_600_000
/** More rounds than any backlog takes. */
const MOST_ROUNDS = 60

interface Tick {
  ok: boolean
  time?: number
  swept?: number
  stock?: number
  audited?: number
  /** Lanes that another tick is in. */
  busy?: string[]
}

/**
 * The night: nothing goes wrong any more, the timer runs until it finds nothing to do, then the books are
 * audited to the end. Returns the alarms that stand, by kind.
 */
export async function closeUp(
  wire: Wire,
  db: Database,
  endedAt: number,
): Promise<{ rounds: number; audited: number; alarms: Record<string, number> }> {
  await wire.must('POST', '/local/faults', [])
  let now = endedAt
  let rounds = 0
  let last: Tick | null = null
  const tick = async (audit: 'later' | 'again' | 'due') => {
    now += HOUR_MS
    if (++rounds > MOST_ROUNDS)
      throw new Error(`the timer never finds nothing to do; at last it said ${JSON.stringify(last)}`)
    await wire.must('PUT', '/local/clock', { now: new Date(now).toISOString(), frozen: true })
    last = await fire(wire, audit)
    return last
  }
  for (let idle = false; !idle; ) {
    const { ok, time, swept, stock } = await tick('later')
    idle = ok && time === 0 && swept === 0 && stock === 0
  }
  let audited = (await tick('again')).audited ?? 0
  while (!(await isAudited(db))) audited += (await tick('due')).audited ?? 0
  return { rounds, audited, alarms: await standingAlarms(db) }
}

const TOO_MANY_AT_ONCE = 429
const PAUSE_MS = 1000
/** Longer than any tick lives. */
const MOST_PAUSES = 180

/** Ticks that the clock has set off may be under way, as many as may be at one time, or in a lane: this one waits for them. */
async function fire(wire: Wire, audit: string): Promise<Tick> {
  for (let paused = 0; ; paused++) {
    const heard = await wire.send('POST', '/local/timers/jobs', { audit })
    const tick = heard?.status === 200 ? (heard.body as { result: Tick }).result : null
    if (tick !== null && tick.busy === undefined) return tick
    if ((tick === null && heard?.status !== TOO_MANY_AT_ONCE) || paused === MOST_PAUSES)
      throw new Error(`the timer was answered ${JSON.stringify(heard)}`)
    await pause(PAUSE_MS)
  }
}

async function isAudited(db: Database): Promise<boolean> {
  const [run] = await readMany<{ stage: string }>(
    db
      .collection('jobs')
      .where({ _id: db.command.eq('reconcile') })
      .limit(1),
  )
  return run?.stage === 'done'
}

async function standingAlarms(db: Database): Promise<Record<string, number>> {
  const _ = db.command
  const open = db.collection('alarms').where({ status: _.in(['open', 'acknowledged']) })
  const counts: Record<string, number> = {}
  for (const { kind } of await readMany<KeptAlarm>(open.limit(1000))) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
