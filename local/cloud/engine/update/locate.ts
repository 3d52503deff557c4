import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, ownField, type Value } from '../document'

/** Changes `doc`, which is a private copy, at `path`. */
export type Operator = (doc: Doc, path: string, argument: Value) => void

/** Where a dotted path ends: a field of a document or a place in an array. */
export interface Place {
  value: Value
  put(value: Value): void
  drop(): void
}

const MAX_ARRAY = 100_000

/** Reading a path that leads nowhere gives null; writing one makes the documents in between. */
export function locate(doc: Doc, path: string, make: boolean): Place | null {
  const parts = path.split('.')
  let holder: Value = doc
  let through = ''
  for (const [at, part] of parts.entries()) {
    if (!isPlain(holder) && !Array.isArray(holder)) {
      if (make)
        throw requestFailed(
          `Cannot create field '${part}' in element {${through}: ${JSON.stringify(holder)}}`,
        )
      return null
    }
    const place = placeOf(holder, part, through, make)
    if (!place || at === parts.length - 1) return place
    if (place.value === undefined) {
      if (!make) return null
      place.put({})
    }
    holder = Array.isArray(holder) ? holder[Number(part)] : ownField(holder, part)
    through = part
  }
  return null
}

function placeOf(holder: Doc | Value[], part: string, through: string, make: boolean): Place | null {
  if (part === '$' || part.startsWith('$['))
    throw requestFailed(`the positional operator ${part} is not supported here`)
  if (!Array.isArray(holder))
    return {
      value: ownField(holder, part),
      put: (value) => {
        holder[part] = value
      },
      drop: () => {
        delete holder[part]
      },
    }
  if (!/^\d+$/.test(part)) {
    if (make)
      throw requestFailed(`Cannot create field '${part}' in element {${through}: ${JSON.stringify(holder)}}`)
    return null
  }
  return placeInArray(holder, Number(part))
}

/** An array has no holes: what lies before a new place is filled with null, and a dropped element becomes null. */
function placeInArray(holder: Value[], at: number): Place {
  return {
    value: holder[at],
    put: (value) => {
      if (at > MAX_ARRAY) throw requestFailed(`cannot extend an array to ${at} elements`)
      while (holder.length < at) holder.push(null)
      holder[at] = value
    },
    drop: () => {
      if (at < holder.length) holder[at] = null
    },
  }
}
