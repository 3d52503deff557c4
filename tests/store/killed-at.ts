import { callsThrough } from '../../core/store/calls-through'
import type { Database } from '../../core/store/database'

export class Killed extends Error {}

/**
 * The database as a function sees it that is killed at its `call`-th database call: before the
 * call reaches the database, or after it has been done there and the answer is lost. From then on
 * nothing it tries reaches the database.
 */
export function killedAt(db: Database, call: number, when: 'before' | 'after') {
  let calls = 0
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1
    if (calls > call || (calls === call && when === 'before')) throw new Killed(`at call ${call}`)
    const answer = await work()
    if (calls >= call) throw new Killed(`after call ${call}`)
    return answer
  }
  return { db: callsThrough(db, through), wasKilled: () => calls >= call }
}
