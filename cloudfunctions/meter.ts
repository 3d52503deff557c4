import { addCounts, type Call, type Counts, countCall } from '../core/domain/health'
import { addHealth } from '../core/store/health'
import type { Env } from './env'

/** How often an instance writes down what it has counted; what it dies with is lost. */
const EVERY_MS = 60_000

/** Who waits for an answer does not wait longer than this for the counts. */
const PATIENCE_MS = 1000

/** What one instance of a function has counted since it last wrote. */
export class Meter {
  #counted = new Map<string, Counts>()
  #writtenAt: number | null = null

  /** Its own clock, in ms: nobody moves it. */
  constructor(readonly clock: () => number) {}

  note(procedure: string, call: Call): void {
    this.#counted.set(procedure, addCounts(this.#counted.get(procedure) ?? {}, countCall(call)))
  }

  /** What is to be written now, if it is time; each call is handed out once. */
  take(): ReadonlyMap<string, Counts> | null {
    const at = this.clock()
    if (this.#writtenAt !== null && at - this.#writtenAt < EVERY_MS) return null
    const counted = this.#counted
    this.#writtenAt = at
    this.#counted = new Map()
    return counted
  }
}

/**
 * Count a call; once a minute write what was counted. Never more than a moment is waited for it,
 * and whatever fails here fails here: the answer leaves as it is. What may or may not have been
 * written is not written again, so that nothing is counted twice.
 */
export async function measure(env: Env, name: string, procedure: string, call: Call): Promise<void> {
  if (env.meter === undefined) return
  env.meter.note(procedure, call)
  const counted = env.meter.take()
  if (counted === null) return
  try {
    await Promise.race([addHealth(env, name, counted), env.sleep(PATIENCE_MS)])
  } catch (error) {
    env.warn('health could not be written', error)
  }
}
