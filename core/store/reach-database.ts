import { callsThrough } from './calls-through'
import type { Database } from './database'
import { fewAtATime } from './few-at-a-time'
import { sayCode } from './say-code'
import { type Waits, waitForPlace } from './wait-for-place'

/** The platform's database as every function asks it: a few things at a time, with patience, and a failure says what failed. */
export function reachDatabase(db: Database, waits: Waits): Database {
  const [inTurn, placed] = [fewAtATime(), waitForPlace(waits)]
  return callsThrough(db, (call) => inTurn(() => placed(() => sayCode(call))))
}
