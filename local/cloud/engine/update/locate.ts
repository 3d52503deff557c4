import { requestFailed } from '../cloud-error'
import { isPlain, ownField, type Value } from '../document'
import type { Draft } from './draft'

/** Changes the draft at `path`. */
export type Operator = (draft: Draft, path: string, argument: Value) => void

type Holder = Record<string | number, Value>

/** Where a dotted path ends: a field of a document or a place in an array. */
export interface Place {
  holder: Holder
  field: string | number
  value: Value
}

const MAX_ARRAY = 100_000

const cannotCreate = (field: string, through: string, holder: Value) =>
  requestFailed(`Cannot create field '${field}' in element {${through}: ${JSON.stringify(holder)}}`)

/** Reading a path that leads nowhere gives null; writing one makes the documents in between. */
export function locate(draft: Draft, path: string, make: boolean): Place | null {
  if (!path.includes('.')) return { holder: draft.root, field: path, value: ownField(draft.root, path) }
  const parts = path.split('.')
  let holder: Value = draft.root
  let through = ''
  for (const [at, part] of parts.entries()) {
    const place = placeOf(holder, part, through, make)
    if (!place || at === parts.length - 1) return place
    if (place.value === undefined) {
      if (!make) return null
      put(place, {})
      holder = place.holder[place.field]
    } else holder = place.value
    if (isPlain(holder) || Array.isArray(holder)) holder = draft.open(place.holder, place.field, holder)
    through = part
  }
  return null
}

function placeOf(holder: Value, part: string, through: string, make: boolean): Place | null {
  if (isPlain(holder)) return { holder, field: part, value: ownField(holder, part) }
  if (Array.isArray(holder) && /^\d+$/.test(part))
    return { holder: holder as unknown as Holder, field: Number(part), value: holder[Number(part)] }
  if (make) throw cannotCreate(part, through, holder)
  return null
}

/** The place to write; a path is always made, so there is one. */
export function placeAt(draft: Draft, path: string): Place {
  const place = locate(draft, path, true)
  if (!place) throw requestFailed(`Cannot create field '${path}'`)
  return place
}

/** An array has no holes: what lies before a new place is filled with null. */
export function put({ holder, field }: Place, value: Value) {
  if (Array.isArray(holder)) {
    if (Number(field) > MAX_ARRAY) throw requestFailed(`cannot extend an array to ${field} elements`)
    while (holder.length < Number(field)) holder.push(null)
  }
  holder[field] = value
}

/** A dropped element of an array becomes null. */
export function drop({ holder, field }: Place) {
  if (!Array.isArray(holder)) delete holder[field]
  else if (Number(field) < holder.length) holder[Number(field)] = null
}
