import { callsThrough } from '../core/store/calls-through'
import type { Database } from '../core/store/database'

/** What one event has cost so far. */
export interface Effort {
  /** Calls of the database. */
  calls: number
  /** How often it had to wait: calls that run side by side are one round trip. */
  roundTrips: number
}

/** The same database, with its calls counted. */
export function countCalls(db: Database): { db: Database; effort: () => Effort } {
  let calls = 0
  let answered = 0
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1
    const depth = answered + 1
    try {
      return await call()
    } finally {
      answered = Math.max(answered, depth)
    }
  }
  return {
    db: callsThrough(db, through),
    effort: () => ({ calls, roundTrips: answered }),
  }
}
