import { callsThrough } from './calls-through'
import type { Database, Kept } from './database'

const TRIES = 7
/** At most, before the second try; twice as long before each that follows. All of them take a second and a quarter at most. */
const PAUSE_MS = 20

/**
 * The same database, asked again when it has no place for a call (连接数超限): at the peak of a dinner all of its twenty
 * are taken for a moment. A call without a place was not begun, so asking again does nothing twice.
 */
export function waitForPlace(db: Database, { sleep, chance }: Pick<Kept, 'sleep' | 'chance'>): Database {
  return callsThrough(db, async (call) => {
    for (let tries = 1; ; tries++) {
      try {
        return await call()
      } catch (error) {
        if (tries === TRIES || !hasNoPlace(error)) throw error
      }
      await sleep((0.5 + chance() / 2) * PAUSE_MS * 2 ** (tries - 1))
    }
  })
}

const hasNoPlace = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'EXCEED_CONCURRENT_REQUEST_LIMIT'
