import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_MS = 200
/** Longer than any call under way takes. */
const MOST_PAUSES = 300

/** Ask the database, beside functions that may have all its places: then wait for one. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let paused = 0; ; paused++) {
    try {
      return await ask()
    } catch (error) {
      if (!hasNoPlace(error) || paused === MOST_PAUSES) throw error
    }
    await pause(PAUSE_MS)
  }
}

const hasNoPlace = (error: unknown): boolean =>
  (error as { code?: string }).code === 'EXCEED_CONCURRENT_REQUEST_LIMIT'
