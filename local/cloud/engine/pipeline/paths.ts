import { type Doc, isPlain, ownField, type Value } from '../document'

/** A copy of a document with one more value, sharing what it leaves. A path goes into every element of an array. */
export function withValue(holder: Value, path: readonly string[], value: Value, from = 0): Value {
  if (from === path.length) return value
  if (Array.isArray(holder)) return holder.map((element) => withValue(element, path, value, from))
  const field = path[from] as string
  const doc = isPlain(holder) ? holder : {}
  return { ...doc, [field]: withValue(ownField(doc, field), path, value, from + 1) }
}

export function withoutValue(holder: Value, path: readonly string[], from = 0): Value {
  if (Array.isArray(holder)) return holder.map((element) => withoutValue(element, path, from))
  const field = path[from] as string
  if (!isPlain(holder) || !Object.hasOwn(holder, field)) return holder
  const copied: Doc = { ...holder }
  if (from === path.length - 1) delete copied[field]
  else copied[field] = withoutValue(copied[field], path, from + 1)
  return copied
}
