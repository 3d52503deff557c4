import type { ClassicLevel } from 'classic-level'
import type { DuplicateForm } from './cloud-error'
import { Collection } from './collection'
import type { IndexDefinition } from './collection-index'
import { type Doc, rowKey } from './document'
import type { Change } from './durable-log'
import { readEjson } from './read-ejson'
import { emptyRow, type Version } from './row'

/** Keys on disk: a kind, then the names it belongs to. Collection and index names contain no zero character. */
export const stored = {
  collection: (name: string): Change => ({ type: 'put', key: `c\0${name}`, value: '' }),
  indexKey: (collection: string, name: string) => `i\0${collection}\0${name}`,
  index: (collection: string, definition: IndexDefinition): Change => ({
    type: 'put',
    key: stored.indexKey(collection, definition.name),
    value: JSON.stringify(definition),
  }),
  document: (collection: string, rowKey: string, version: Version | null): Change => {
    const key = `d\0${collection}\0${rowKey}`
    return version ? { type: 'put', key, value: version.text } : { type: 'del', key }
  },
}

/** Collections sort before documents, documents before indexes: each index is built once, over all its documents. */
export async function loadCollections(
  level: ClassicLevel<string, string>,
  form: DuplicateForm,
): Promise<Map<string, Collection>> {
  const collections = new Map<string, Collection>()
  for await (const [key, value] of level.iterator()) {
    const [kind, name = ''] = key.split('\0', 2)
    if (kind === 'c') collections.set(name, new Collection(name))
    const collection = collections.get(name)
    if (!collection) throw new Error(`the data directory holds a record of an unknown collection: ${name}`)
    if (kind === 'd') loadDocument(collection, value)
    if (kind === 'i') collection.addIndex(JSON.parse(value) as IndexDefinition, form)
  }
  return collections
}

function loadDocument(collection: Collection, text: string) {
  const doc = readEjson(text, 0) as Doc
  const row = emptyRow(rowKey(doc._id))
  collection.rows.set(row.key, row)
  collection.replace(row, { doc, text })
}
