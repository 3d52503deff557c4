import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { CloudError, requestFailed } from '../cloud-error'

/** The library's operators, with our own in the place of those that do not do what the database does. */
const operators = {
  accumulator: { ...accumulator },
  expression: { ...expression },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query },
  window: { ...window },
}

export const libraryOptions = { context: Context.init(operators), scriptEnabled: false }

/** The library tells a wrong query by an assertion; to the caller that is a failed request. */
export function asRequestFailure<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof CloudError ? error : requestFailed((error as Error).message)
  }
}
