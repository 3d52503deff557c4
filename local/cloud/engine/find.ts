import type { Collection } from './collection'
import type { Doc } from './document'
import { byDistance, findNearest } from './find-nearest'
import { isOfPlaces } from './geo-index'
import { compileFindProjection } from './pipeline/find-projection'
import { describePlan, type IndexPlan, type Plan, planQuery, type Sort } from './plan-query'
import { compileQuery, type Matcher } from './query/compile-query'
import { nearAsked } from './query/geo-operators'
import { type Found, type Row, Version } from './row'
import { sortRows } from './sort-rows'
import type { Store } from './store'
import type { Transaction } from './transaction'

export interface Condition {
  query: Doc
}

export interface FindOptions {
  sort?: Sort
  skip?: number
  limit?: number
}

/** How a question was answered; kept with the trace of the call. */
export interface Effort {
  plan: string
  examined: number
}

export interface Answer {
  found: Found[]
  effort: Effort
}

/** Rows a reader may see that meet the condition, in the asked order, `limit` at most. */
export function findRows(
  collection: Collection,
  { query }: Condition,
  { sort = [], skip = 0, limit = Number.POSITIVE_INFINITY }: FindOptions,
  transaction: Transaction | null,
): Answer {
  const plan = planQuery(collection, query, sort)
  const test = needsNoTest(plan, query) ? null : compileQuery(query)
  const view = transaction ? (row: Row) => transaction.view(row) : (row: Row) => row.now
  // Indexes show what is committed; a transaction may see a few rows otherwise.
  const others = transaction && plan.kind === 'index' ? transaction.seesOtherwise(collection) : []
  const walked = rowsOf(collection, plan)
  const rows = others.length > 0 ? new Set([...walked, ...others]) : walked
  const answer = (found: Found[], examined: number): Answer => ({
    found: found.slice(skip, skip + limit),
    effort: { plan: describePlan(plan), examined },
  })
  const near = sort.length === 0 ? nearAsked(query) : null
  if (near && others.length === 0 && plan.kind === 'index' && isOfPlaces(plan.index, near.field)) {
    const around = (circle: IndexPlan) => collect(walk(circle), view, test, Infinity)
    const { found, examined } = findNearest(plan.index, near, skip + limit, around)
    return answer(found, examined)
  }
  const inOrder = others.length === 0 && plan.kind === 'index' && plan.ordered
  const stopsEarly = sort.length === 0 ? near === null : inOrder
  const { found, examined } = collect(rows, view, test, stopsEarly ? skip + limit : Infinity)
  if (stopsEarly) return answer(found, examined)
  return answer(near ? byDistance(found, near.distance) : sortRows(found, sort), examined)
}

function collect(
  rows: Iterable<Row>,
  view: (row: Row) => Version | null,
  test: Matcher | null,
  enough: number,
) {
  const found: Found[] = []
  let examined = 0
  if (enough > 0)
    for (const row of rows) {
      const version = view(row)
      if (!version) continue
      examined++
      if (test && !test(version.doc)) continue
      found.push({ row, version })
      if (found.length >= enough) break
    }
  return { found, examined }
}

const needsNoTest = (plan: Plan, query: Doc) =>
  Object.keys(query).length === 0 || (plan.kind === 'ids' && isOnlyId(query))

const isOnlyId = (query: Doc) => {
  const id = query._id
  const scalar = typeof id !== 'object' || (id !== null && Object.keys(id).join() === '$eq')
  return scalar && Object.keys(query).length === 1
}

function rowsOf(collection: Collection, plan: Plan): Iterable<Row> {
  if (plan.kind === 'scan') return collection.rows.values()
  if (plan.kind === 'index') return walk(plan)
  const rows: Row[] = []
  for (const key of plan.keys) {
    const row = collection.rows.get(key)
    if (row) rows.push(row)
  }
  return rows
}

function* walk({ index, ranges, backwards }: IndexPlan): Generator<Row> {
  const seen = index.multikey ? new Set<Row>() : null
  for (const [from, to] of ranges)
    for (const row of backwards ? index.rows.descend(from, to) : index.rows.ascend(from, to)) {
      if (seen?.has(row)) continue
      seen?.add(row)
      yield row
    }
}

export interface Read extends FindOptions {
  collection: Collection
  condition: Condition
  projection?: Doc
}

/** Documents as their reader may see them: as they are stored, unless only some fields were asked for. */
export function find(
  store: Store,
  read: Read,
  transactionId: unknown,
  now: number,
): { versions: Version[]; effort: Effort } {
  const { collection, condition, projection } = read
  const { found, effort } = findRows(collection, condition, read, store.transaction(transactionId))
  const versions = found.map(({ version }) => version)
  if (!projection || Object.keys(projection).length === 0) return { versions, effort }
  const show = compileFindProjection(projection)
  const base = { variables: null, now }
  return { versions: versions.map(({ doc }) => Version.ofDoc(show(doc, base))), effort }
}

export function count(collection: Collection, condition: Condition): { total: number; effort: Effort } {
  if (Object.keys(condition.query).length === 0)
    return { total: collection.size, effort: { plan: 'size', examined: 0 } }
  const { found, effort } = findRows(collection, condition, {}, null)
  return { total: found.length, effort }
}
