import type { ClassicLevel } from 'classic-level'
import { Collection } from './collection'
import type { CollectionIndex, IndexDefinition } from './collection-index'
import { type Doc, rowKey } from './document'
import type { Change } from './durable-log'
import { readEjson } from './read-ejson'
import { emptyRow, Version } from './row'
import type { Entry } from './sorted-rows'

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

/** Names and indexes come first: every document is then taken apart once, for the keys of all its indexes. */
export async function loadCollections(level: Level): Promise<Map<string, Collection>> {
  const loaders = new Map<string, CollectionLoader>()
  for await (const [, name] of keysOf(level, 'c')) loaders.set(name, new CollectionLoader(name))
  for await (const [value, name] of keysOf(level, 'i')) known(loaders, name).define(JSON.parse(value))
  for await (const [value, name] of keysOf(level, 'd')) known(loaders, name).add(value)
  return new Map([...loaders].map(([name, loader]) => [name, loader.finish()]))
}

function known(loaders: Map<string, CollectionLoader>, name: string): CollectionLoader {
  const loader = loaders.get(name)
  if (!loader) throw new Error(`the data directory holds a record of an unknown collection: ${name}`)
  return loader
}

type Level = ClassicLevel<string, string>

/** Reads ahead in large pieces; one record at a time costs more than taking it apart. */
const PIECE = 2000

async function* keysOf(level: Level, kind: string): AsyncGenerator<[value: string, collection: string]> {
  const iterator = level.iterator({
    gt: `${kind}\0`,
    lt: `${kind}\u0001`,
    highWaterMarkBytes: 4 * 1024 * 1024,
  })
  try {
    for (;;) {
      const piece = await iterator.nextv(PIECE)
      if (piece.length === 0) return
      for (const [key, value] of piece) yield [value, key.split('\0', 2)[1] ?? '']
    }
  } finally {
    await iterator.close()
  }
}

class CollectionLoader {
  readonly #collection: Collection
  readonly #indexes: { index: CollectionIndex; entries: Entry[] }[] = []

  constructor(name: string) {
    this.#collection = new Collection(name)
  }

  define(definition: IndexDefinition) {
    this.#indexes.push({ index: this.#collection.newIndex(definition), entries: [] })
  }

  /** What is kept is the text: most documents are not looked into before the next start. */
  add(text: string) {
    const doc = readEjson(text, 0) as Doc
    const row = emptyRow(rowKey(doc._id))
    row.now = new Version(text)
    this.#collection.rows.set(row.key, row)
    for (const { index, entries } of this.#indexes)
      for (const key of index.keysOf(doc)) entries.push({ key: key + row.key, row })
  }

  finish(): Collection {
    const collection = this.#collection
    collection.size = collection.rows.size
    for (const { index, entries } of this.#indexes) {
      index.fill(entries)
      collection.indexes.push(index)
    }
    return collection
  }
}
