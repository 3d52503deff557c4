import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as queryOperators from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { CloudError, requestFailed } from './cloud-error'
import { type Doc, isPlain, ownField, type Value, valuesAt } from './document'

const { $elemMatch: _replaced, ...query } = queryOperators

/** The library's own `$elemMatch` lets `{ field: … }` match elements that are no documents. */
function $elemMatch(selector: string, condition: Doc, options: Partial<Options>) {
  const operators = Object.keys(condition)
  const onValues = operators.length > 0 && operators.every((name) => /^\$(?!and$|or$|nor$)/.test(name))
  const test = new Query(onValues ? { element: condition } : condition, options)
  const path = selector.split('.')
  return (doc: Doc) =>
    valuesAt(doc, path).some(
      (array) =>
        Array.isArray(array) &&
        array.some((element) => (onValues ? test.test({ element }) : isPlain(element) && test.test(element))),
    )
}

const context = Context.init({
  accumulator: { ...accumulator },
  expression: { ...expression },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query, $elemMatch },
  window: { ...window },
})

/** The library copies its whole context for every query; few queries need more of it than this. */
const queryContext = Context.init({ query: { ...query, $elemMatch } })
const needsExpressions = (text?: string) => text === undefined || text.includes('$expr')

/** The library tells a wrong query by an assertion; to the caller that is a failed request. */
function asRequestFailure<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof CloudError ? error : requestFailed((error as Error).message)
  }
}

export type Matcher = (doc: Doc) => boolean

/** Compiling costs about as much as answering; the same text comes again and again. */
const compiled = new Map<string, Matcher>()
const MAX_COMPILED = 1000

export function compileQuery(condition: Doc, text?: string): Matcher {
  const plain = compileEqualities(condition)
  if (plain) return plain
  const known = text === undefined ? undefined : compiled.get(text)
  if (known) return known
  const options = { context: needsExpressions(text) ? context : queryContext, scriptEnabled: false }
  const query = asRequestFailure(() => new Query<Doc>(condition, options))
  const matcher = (doc: Doc) => query.test(doc)
  if (text !== undefined && !text.includes('$tcb_server_date')) {
    if (compiled.size >= MAX_COMPILED) compiled.delete(compiled.keys().next().value as string)
    compiled.set(text, matcher)
  }
  return matcher
}

/** Most conditions ask top-level fields for plain values. Null when this one says more. */
function compileEqualities(condition: Doc): Matcher | null {
  const wanted: [field: string, value: Value][] = []
  for (const field in condition) {
    const value = plainValue(condition[field])
    if (value === undefined || /^\$|\./.test(field)) return null
    wanted.push([field, value])
  }
  return (doc) =>
    wanted.every(([field, value]) => {
      const has = ownField(doc, field)
      return has === value || (Array.isArray(has) && has.includes(value))
    })
}

function plainValue(condition: Value): string | number | boolean | undefined {
  const value =
    isPlain(condition) && Object.keys(condition).join() === '$eq' ? ownField(condition, '$eq') : condition
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
    ? (value as string | number | boolean)
    : undefined
}

export function project(docs: Doc[], fields: Doc): Doc[] {
  if (Object.entries(fields).every(([field, shown]) => shown === 1 && /^\w+$/.test(field)))
    return docs.map((doc) => pick(doc, fields))
  return asRequestFailure(() =>
    new Query<Doc>({}, { context, scriptEnabled: false })
      .find<Doc>(docs, fields as Record<string, 0 | 1>)
      .all(),
  )
}

function pick(doc: Doc, fields: Doc): Doc {
  const picked: Doc = {}
  for (const field in doc) if (field === '_id' || Object.hasOwn(fields, field)) picked[field] = doc[field]
  return picked
}

export function runPipeline(docs: Doc[], stages: Doc[], read: (collection: string) => Doc[]): Doc[] {
  return asRequestFailure(() =>
    new Aggregator(stages, { context, scriptEnabled: false, collectionResolver: read }).run<Doc>(
      docs as Record<string, Value>[],
    ),
  )
}
