import { type Doc, isPlain, type Value } from './document'

/** What a query says about one field in terms an index understands; the rest is left to the filter. */
export interface Bounds {
  equal?: Value[]
  $gt?: Value
  $gte?: Value
  $lt?: Value
  $lte?: Value
}

const RANGE = ['$gt', '$gte', '$lt', '$lte'] as const

/** Conditions that every match must meet. Of several on one field the first is taken: any one of them is necessary. */
export function readBounds(query: Doc, bounds = new Map<string, Bounds>()): Map<string, Bounds> {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition))
      for (const part of condition.filter(isPlain)) readBounds(part, bounds)
    if (field.startsWith('$')) continue
    const known = bounds.get(field) ?? {}
    addBounds(known, condition)
    if (Object.keys(known).length > 0) bounds.set(field, known)
  }
  return bounds
}

function addBounds(bounds: Bounds, condition: Value) {
  if (isKeyable(condition)) {
    bounds.equal ??= [condition]
    return
  }
  if (!isPlain(condition)) return
  if ('$eq' in condition && isKeyable(condition.$eq)) bounds.equal ??= [condition.$eq]
  const choices = condition.$in
  if (Array.isArray(choices) && choices.every(isKeyable)) bounds.equal ??= choices
  for (const operator of RANGE) {
    const limit = condition[operator]
    if (limit !== undefined && limit !== null && isKeyable(limit)) bounds[operator] ??= limit
  }
}

/** Scalars: equality of documents, arrays and patterns is not what their key says. */
function isKeyable(value: Value): boolean {
  if (value === null || value instanceof Date) return true
  if (typeof value !== 'object') return value !== undefined
  return (value as { _bsontype?: string })._bsontype === 'ObjectID'
}
