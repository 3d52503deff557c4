import { Query } from 'mingo/query'
import type { Value } from '../document'
import { asRequestFailure, libraryOptions } from '../library/context'
import type { Test } from './reach'

/** Operators that are rarely asked for, such as `$bitsAllSet`, are left to the library. */
export function libraryCondition(name: string, argument: Value): Test {
  const query = asRequestFailure(() => new Query({ value: { [name]: argument } }, libraryOptions))
  return (value) => query.test({ value })
}

export function libraryExpression(expression: Value): Test {
  const query = asRequestFailure(() => new Query({ $expr: expression }, libraryOptions))
  return (doc) => asRequestFailure(() => query.test(doc as Record<string, unknown>))
}
