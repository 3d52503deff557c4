/** What the store holds: JSON values, dates, regular expressions and the few classes of `bson`. */
export type Value = unknown
export type Doc = { [field: string]: Value }

/** A document or an embedded one, as opposed to an array, a date, a regular expression or a BSON class. */
export function isPlain(value: Value): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** For what changes documents in place, as the aggregation library does: stored ones stay as they are. */
export function copy<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isPlain(value)) return value
  const copied: Doc = {}
  for (const field in value) copied[field] = copy(value[field])
  return copied as T
}

/** Own fields only, so that `constructor` or `__proto__` never reach what every object inherits. */
export const ownField = (holder: Doc, field: string): Value =>
  Object.hasOwn(holder, field) ? holder[field] : undefined

/**
 * Every value a dotted path reaches. A path goes through arrays of documents, as `lines.sku` does, and may name
 * a position; a missing field counts as null.
 */
export function valuesAt(holder: Value, path: readonly string[], from = 0): Value[] {
  const field = path[from]
  if (field === undefined) return [holder ?? null]
  if (Array.isArray(holder)) {
    const documents = holder.filter(isPlain).flatMap((element) => valuesAt(element, path, from))
    return /^\d+$/.test(field)
      ? [...valuesAt(holder[Number(field)], path, from + 1), ...documents]
      : documents
  }
  return isPlain(holder) ? valuesAt(ownField(holder, field), path, from + 1) : [null]
}

/** The key a document is filed under, distinct for every kind of id; `JSON.stringify` also makes odd Unicode safe. */
export const rowKey = (id: Value) => JSON.stringify(id)
