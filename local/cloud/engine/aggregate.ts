import type { Collection } from './collection'
import { type Doc, isPlain } from './document'
import { type Condition, type Effort, type FindOptions, findRows } from './find'
import { compilePipeline } from './pipeline/compile-pipeline'
import { narrowNear } from './pipeline/near'
import { readSort } from './read-sort'
import type { Store } from './store'

interface Leading {
  condition: Condition
  options: FindOptions
  rest: Doc[]
}

/** Stages at the beginning that a query can do, with the indexes; the others run over what it leaves. */
function readLeading(stages: Doc[], collection: Collection): Leading {
  const rest = [...stages]
  const nearest = isPlain(rest[0]?.$geoNear) ? narrowNear(rest[0].$geoNear, collection) : null
  if (nearest) return { ...nearest, rest }
  const match = isPlain(rest[0]?.$match) ? rest.shift()?.$match : undefined
  const sort = isPlain(rest[0]?.$sort) ? rest.shift()?.$sort : undefined
  const limit =
    Number.isInteger(rest[0]?.$limit) && (rest[0]?.$limit as number) > 0 ? rest.shift()?.$limit : undefined
  return {
    condition: { query: isPlain(match) ? match : {} },
    options: {
      ...(sort === undefined ? {} : { sort: readSort(sort) }),
      ...(typeof limit === 'number' ? { limit } : {}),
    },
    rest,
  }
}

export function aggregate(
  store: Store,
  collection: Collection,
  stages: Doc[],
  now: number,
): { docs: Doc[]; effort: Effort } {
  const { condition, options, rest } = readLeading(stages, collection)
  const find = (name: string, wanted: Condition, how: FindOptions) =>
    docsOf(store.collection(name), wanted, how).docs
  const run = compilePipeline(rest, { now, variables: null, find })
  const { docs, effort } = docsOf(collection, condition, options)
  return { docs: run(docs), effort }
}

function docsOf(collection: Collection, condition: Condition, options: FindOptions) {
  const { found, effort } = findRows(collection, condition, options, null)
  return { docs: found.map(({ version }) => version.doc), effort }
}
