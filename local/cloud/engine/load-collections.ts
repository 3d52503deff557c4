import type { ClassicLevel } from 'classic-level'
import { Collection } from './collection'
import type { CollectionIndex, IndexDefinition } from './collection-index'
import type { Doc } from './document'
import type { Change } from './durable-log'
import { readEjson } from './read-ejson'
import { emptyRow, Version } from './row'
import type { Entry } from './sorted-rows'

/** Keys on disk: a kind, then the names it belongs to. Collection and index names contain no zero character. */
export const stored = {
  collection: (name: string): Change => ({ type: 'put', key: `c\0${name}`, value: '' }),
  noCollection: (name: string): Change => ({ type: 'del', key: `c\0${name}` }),
  index: (collection: string, definition: IndexDefinition): Change => ({
    type: 'put',
    key: `i\0${collection}\0${definition.name}`,
    value: JSON.stringify(definition),
  }),
  noIndex: (collection: string, name: string): Change => ({ type: 'del', key: `i\0${collection}\0${name}` }),
  document: (collection: string, rowKey: string, version: Version | null): Change => {
    const key = `d\0${collection}\0${rowKey}`
    return version ? { type: 'put', key, value: version.text } : { type: 'del', key }
  },
}

/** Names and indexes come first: every document is then taken apart once, for the keys of all its indexes. */
export async function loadCollections(level: Level): Promise<Map<string, Collection>> {
  const loaders = new Map<string, CollectionLoader>()
  for await (const records of recordsOf(level, 'c'))
    for (const { name } of records) loaders.set(name, new CollectionLoader(name))
  for await (const records of recordsOf(level, 'i'))
    for (const { name, value } of records) known(loaders, name).define(JSON.parse(value))
  for await (const records of recordsOf(level, 'd'))
    for (const { name, rest, value } of records) known(loaders, name).add(rest, value)
  return new Map([...loaders].map(([name, loader]) => [name, loader.finish()]))
}

function known(loaders: Map<string, CollectionLoader>, name: string): CollectionLoader {
  const loader = loaders.get(name)
  if (!loader) throw new Error(`the data directory holds a record of an unknown collection: ${name}`)
  return loader
}

type Level = ClassicLevel<string, string>

interface StoredRecord {
  name: string
  /** What follows the name of the collection: the key of a row or the name of an index. */
  rest: string
  value: string
}

/** Reads ahead in large pieces; waiting for each record would cost more than taking it apart. */
const PIECE = 2000

async function* recordsOf(level: Level, kind: string): AsyncGenerator<StoredRecord[]> {
  const highWaterMarkBytes = 4 * 1024 * 1024
  const iterator = level.iterator({ gt: `${kind}\0`, lt: `${kind}\u0001`, highWaterMarkBytes })
  try {
    for (;;) {
      const piece = await iterator.nextv(PIECE)
      if (piece.length === 0) return
      yield piece.map(([key, value]) => readRecord(key, value))
    }
  } finally {
    await iterator.close()
  }
}

function readRecord(key: string, value: string): StoredRecord {
  const end = key.indexOf('\0', 2)
  return end < 0
    ? { name: key.slice(2), rest: '', value }
    : { name: key.slice(2, end), rest: key.slice(end + 1), value }
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
  add(key: string, text: string) {
    const row = emptyRow(key)
    row.now = Version.ofText(text)
    this.#collection.rows.set(key, row)
    if (this.#indexes.length === 0) return
    const doc = readEjson(text, 0) as Doc
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
