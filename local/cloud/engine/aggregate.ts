import { Aggregator } from 'mingo/aggregator'
import { requestFailed } from './cloud-error'
import type { Collection } from './collection'
import { copy, type Doc, isPlain, type Value } from './document'
import { type Effort, findRows } from './find'
import { asRequestFailure, libraryOptions } from './library/context'
import { refuseUnsafeName } from './read-ejson'
import type { Store } from './store'

/** A leading `$match` uses the indexes; the other stages run over what it leaves. */
export function aggregate(
  store: Store,
  collection: Collection,
  stages: Doc[],
): { docs: Doc[]; effort: Effort } {
  for (const stage of stages) refuseUnsafeText(stage)
  const first = stages[0]?.$match
  const query = isPlain(first) ? first : {}
  const { found, effort } = findRows(collection, { query }, {}, null)
  const docs = found.map(({ version }) => copy(version.doc))
  const rest = isPlain(first) ? stages.slice(1) : stages
  if (rest.length === 0) return { docs, effort }
  const read = (name: string) =>
    [...store.collection(name).rows.values()].flatMap(({ now }) => (now ? [copy(now.doc)] : []))
  return { docs: runPipeline(docs, rest, read), effort }
}

/** In a pipeline a text may name a field to write, as `as` and `includeArrayIndex` do. */
function refuseUnsafeText(value: Value) {
  if (typeof value === 'string') refuseUnsafeName(value)
  else if (Array.isArray(value)) for (const element of value) refuseUnsafeText(element)
  else if (isPlain(value)) for (const field in value) refuseUnsafeText(value[field])
  else if (typeof value === 'function') throw requestFailed('a pipeline holds no functions')
}

function runPipeline(docs: Doc[], stages: Doc[], read: (collection: string) => Doc[]): Doc[] {
  return asRequestFailure(() =>
    new Aggregator(stages, { ...libraryOptions, collectionResolver: read }).run<Doc>(docs),
  )
}
