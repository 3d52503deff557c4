import type { Collection } from './collection'
import type { CollectionIndex } from './collection-index'
import { type Doc, isPlain, rowKey, type Value } from './document'
import { GeoIndex } from './geo-index'
import { AFTER, orderKey, reverseKey } from './order-key'
import { planPlaces } from './plan-places'
import { type Bounds, readBounds } from './read-bounds'

export type Sort = [field: string, direction: 1 | -1][]

export interface IndexPlan {
  kind: 'index'
  index: CollectionIndex
  ranges: [from: string, to: string][]
  /** The walk gives the asked order, so it can stop at the limit. */
  ordered: boolean
  backwards: boolean
  bounded: boolean
}

export type Plan = { kind: 'ids'; keys: string[] } | { kind: 'scan' } | IndexPlan

const MAX_RANGES = 1000

/** The index that narrows most; among equals, the one that also gives the order. */
export function planQuery(collection: Collection, query: Doc, sort: Sort): Plan {
  const id = onlyId(query)
  if (id !== undefined) return { kind: 'ids', keys: [rowKey(id)] }
  const bounds = readBounds(query)
  const ids = bounds.get('_id')?.equal
  if (ids) return { kind: 'ids', keys: [...new Set(ids.map(rowKey))] }
  let best: Plan = { kind: 'scan' }
  let bestScore = 0
  for (const index of collection.indexes) {
    const { plan, score } =
      index instanceof GeoIndex ? planPlace(index, query, sort) : planIndex(index, bounds, sort)
    if (score > bestScore) [best, bestScore] = [plan, score]
  }
  return best
}

/** A place narrows less than an equality and more than a range. */
function planPlace(index: GeoIndex, query: Doc, sort: Sort): { plan: Plan; score: number } {
  const plan = planPlaces(index, query, sort.length === 0)
  return plan ? { plan, score: 3 } : { plan: { kind: 'scan' }, score: 0 }
}

/** Most questions name one document; nothing else has to be looked at then. */
function onlyId(query: Doc): Value {
  const asked = query._id
  const id = isPlain(asked) && Object.keys(asked).length === 1 ? asked.$eq : asked
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

function planIndex(index: CollectionIndex, bounds: Map<string, Bounds>, sort: Sort) {
  let prefixes = ['']
  let equalities = 0
  for (const field of index.fields) {
    const equal = bounds.get(field.name)?.equal
    if (!equal || prefixes.length * equal.length > MAX_RANGES) break
    const keys = equal.map((value) => (field.down ? reverseKey(orderKey(value)) : orderKey(value)))
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key))
    equalities++
  }
  const next = index.fields[equalities]
  const limits = next && bounds.get(next.name)
  const ranged = next !== undefined && limits !== undefined && limits.equal === undefined
  const ranges = [...new Set(prefixes)].map((prefix): [string, string] =>
    ranged ? rangeOf(prefix, next.down, limits, index.multikey) : [prefix, prefix + AFTER],
  )
  const direction = ranges.length === 1 && !index.multikey ? orderOf(index, equalities, bounds, sort) : null
  const ordered = sort.length === 0 || direction !== null
  const backwards = direction === 'backwards'
  const bounded = equalities > 0 || ranged
  const score = equalities * 4 + (ranged ? 2 : 0) + (direction && sort.length > 0 ? 1 : 0)
  return { plan: { kind: 'index' as const, index, ranges, ordered, backwards, bounded }, score }
}

/** One half-open range of keys. A comparison only meets values of its own type, so the type closes the open end. */
function rangeOf(prefix: string, down: boolean, limits: Bounds, multikey: boolean): [string, string] {
  const sample = limits.$gt ?? limits.$gte ?? limits.$lt ?? limits.$lte
  const write = (value: unknown) => (down ? reverseKey(orderKey(value)) : orderKey(value))
  const type = write(sample).charCodeAt(0)
  let from = prefix + String.fromCharCode(type)
  let to = prefix + String.fromCharCode(type + 1)
  const [after, atOrAfter] = down ? [limits.$lt, limits.$lte] : [limits.$gt, limits.$gte]
  const [before, atOrBefore] = down ? [limits.$gt, limits.$gte] : [limits.$lt, limits.$lte]
  if (after !== undefined) from = prefix + write(after) + AFTER
  else if (atOrAfter !== undefined) from = prefix + write(atOrAfter)
  // Of an array, one element may meet one limit and another the other: only one end can be used.
  if (multikey && (after ?? atOrAfter) !== undefined) return [from, to]
  if (before !== undefined) to = prefix + write(before)
  else if (atOrBefore !== undefined) to = prefix + write(atOrBefore) + AFTER
  return [from, to]
}

/** Whether walking the index from its equality prefix on gives the asked order. Fields held equal do not matter. */
function orderOf(index: CollectionIndex, equalities: number, bounds: Map<string, Bounds>, sort: Sort) {
  const wanted = sort.filter(([field]) => bounds.get(field)?.equal?.length !== 1)
  const given = index.fields.slice(equalities)
  const turns = wanted.map(([field, direction], at) => {
    const offered = given[at]
    return offered?.name === field ? (offered.down ? -direction : direction) : 0
  })
  if (turns.every((turn) => turn === 1)) return 'forwards' as const
  return turns.every((turn) => turn === -1) ? ('backwards' as const) : null
}

export function describePlan(plan: Plan): string {
  if (plan.kind !== 'index') return plan.kind
  return `index ${plan.index.definition.name}${plan.bounded ? '' : ' unbounded'}${plan.ordered ? '' : ' then sort'}`
}
