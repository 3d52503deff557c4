import type { Through } from './calls-through'

const NO_ANSWER = 'NO_ANSWER_OF_THE_DATABASE'

/** A failure of the database says one; anything else is about a document. */
export const saysCode = (error: unknown): boolean =>
  typeof (error as { code?: unknown } | null)?.code === 'string'

/**
 * Every failure of a call says a code. Something before the database that is down answers with a page of its own (5xx),
 * and the SDK fails with whatever comes of reading that. F8.
 */
export const sayCode: Through = async (call) => {
  try {
    return await call()
  } catch (error) {
    if (saysCode(error)) throw error
    throw Object.assign(new Error(`no answer of the database: ${error}`, { cause: error }), {
      code: NO_ANSWER,
    })
  }
}
