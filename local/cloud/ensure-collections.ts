import { invalidParam } from './engine/cloud-error'
import { ID_INDEX } from './engine/collection'
import type { IndexDefinition } from './engine/collection-index'
import { isPlain } from './engine/document'
import type { Store } from './engine/store'

export interface CollectionDefinition {
  name: string
  indexes?: IndexDefinition[]
}

/**
 * Brings collections and indexes to what is defined and does nothing where they already are. Documents are never
 * touched, collections that are not named stay as they are.
 */
export async function ensureCollections(store: Store, definitions: CollectionDefinition[]) {
  for (const { name, indexes = [] } of definitions) {
    if (!store.collections.has(name)) await store.createCollection(name)
    const present = new Map(
      store.collection(name).indexes.map(({ definition }) => [definition.name, definition]),
    )
    for (const definition of indexes)
      if (!sameIndex(present.get(definition.name), definition)) await store.createIndex(name, definition)
    for (const old of present.keys())
      if (old !== ID_INDEX && !indexes.some((index) => index.name === old)) await store.dropIndex(name, old)
  }
}

const sameIndex = (one: IndexDefinition | undefined, other: IndexDefinition) =>
  one !== undefined &&
  one.fields.join() === other.fields.join() &&
  one.kind === other.kind &&
  (one.unique ?? false) === (other.unique ?? false)

/** The same definitions as JSON: a list, or `{ collections: […] }`. */
export function readDefinitions(body: unknown): CollectionDefinition[] {
  const list: unknown = isPlain(body) ? body.collections : body
  if (!Array.isArray(list) || !list.every(isDefinition))
    throw invalidParam(
      'expected [{ name, indexes: [{ name, fields: ["a", "-b"], unique, kind: "2dsphere" }] }]',
    )
  return list
}

function isDefinition(value: unknown): value is CollectionDefinition {
  if (!isPlain(value) || typeof value.name !== 'string') return false
  return value.indexes === undefined || (Array.isArray(value.indexes) && value.indexes.every(isIndex))
}

function isIndex(value: unknown): value is IndexDefinition {
  if (!isPlain(value) || typeof value.name !== 'string' || !/^[\w.-]+$/.test(value.name)) return false
  const { fields, unique, kind } = value
  const named =
    Array.isArray(fields) && fields.length > 0 && fields.every((field) => typeof field === 'string')
  if (kind !== undefined) return named && kind === '2dsphere' && fields.length === 1 && !unique
  return named && (unique === undefined || typeof unique === 'boolean') && value.name !== ID_INDEX
}
