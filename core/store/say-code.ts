import { callsThrough } from './calls-through'
import type { Database } from './database'

const NO_ANSWER = 'NO_ANSWER_OF_THE_DATABASE'

const saysCode = (error: unknown): boolean => typeof (error as { code?: unknown } | null)?.code === 'string'

/**
 * The same database, whose every failure says a code. Something before it that is down answers with a page of its own
 * (5xx), and the SDK fails with whatever comes of reading that. What says no code is then about a document. F8.
 */
export const sayCode = (db: Database): Database =>
  callsThrough(db, async (call) => {
    try {
      return await call()
    } catch (error) {
      if (saysCode(error)) throw error
      throw Object.assign(new Error(`no answer of the database: ${error}`, { cause: error }), {
        code: NO_ANSWER,
      })
    }
  })
