import { callsThrough } from './calls-through'
import type { Database, Kept } from './database'

const TRIES = 7
/** At most, before the second try; twice as long before each that follows. All of them take a second and a quarter at most. */
const PAUSE_MS = 20

export type Waits = Pick<Kept, 'sleep' | 'chance'> & { tries?: number }

/**
 * The same database, asked again when it has no place for a call (连接数超限): at the peak of a dinner all of its twenty
 * are taken for a moment. A call without a place was not begun, so asking again does nothing twice.
 */
export const waitForPlace = (db: Database, waits: Waits): Database =>
  callsThrough(db, (call) => askUntilPlaced(call, waits))

/** One call, asked again while there is no place for it; throws what it was refused with in the end. */
export async function askUntilPlaced<T>(
  call: () => Promise<T>,
  { sleep, chance, tries = TRIES }: Waits,
): Promise<T> {
  for (let asked = 1; ; asked++) {
    try {
      return await call()
    } catch (error) {
      if (asked === tries || !hasNoPlace(error)) throw error
    }
    await sleep((0.5 + chance() / 2) * PAUSE_MS * 2 ** (asked - 1))
  }
}

const hasNoPlace = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'EXCEED_CONCURRENT_REQUEST_LIMIT'
