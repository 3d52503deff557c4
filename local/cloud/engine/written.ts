import type { Version } from './row'
import type { WriteSet } from './write-set'

/** One write as those hear of it who watch a collection, when it is on disk. */
export interface Written {
  collection: string
  changes: { key: string; before: Version | null; after: Version | null }[]
}

export function describeWrites(writes: WriteSet): Written[] {
  const written = new Map<string, Written>()
  for (const { collection, row, version } of writes.staged.values()) {
    const one = written.get(collection.name) ?? { collection: collection.name, changes: [] }
    one.changes.push({ key: row.key, before: row.now, after: version })
    written.set(collection.name, one)
  }
  return [...written.values()]
}
