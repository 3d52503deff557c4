import type { Through } from './calls-through'
import type { Kept } from './database'

const TRIES = 7
/** At most, before the second try; twice as long before each that follows. All of them take a second and a quarter at most. */
const PAUSE_MS = 20

export type Waits = Pick<Kept, 'sleep' | 'chance'> & { tries?: number }

/**
 * A call is asked again when the database has no place for it (连接数超限): at the peak of a dinner all of its twenty are
 * taken for a moment. What had no place was not begun, so asking again does nothing twice. Throws the refusal in the end.
 */
export const waitForPlace =
  ({ sleep, chance, tries = TRIES }: Waits): Through =>
  async (call) => {
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
