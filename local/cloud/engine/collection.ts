import { type DuplicateForm, duplicateKey } from './cloud-error'
import { CollectionIndex, type IndexDefinition } from './collection-index'
import type { Doc } from './document'
import { GeoIndex } from './geo-index'
import { emptyRow, type Row, type Version } from './row'

export const ID_INDEX = '_id_'

export class Collection {
  readonly rows = new Map<string, Row>()
  readonly indexes: CollectionIndex[] = [
    new CollectionIndex({ name: ID_INDEX, fields: ['_id'], unique: true }, () => this.rows.values()),
  ]
  /** Documents that exist; a row may wait for one to be committed. */
  size = 0
  writtenAt = 0

  constructor(readonly name: string) {}

  /** The row of a key, made empty when there is none, so that a transaction can lock what it is about to insert. */
  rowFor(key: string): Row {
    const known = this.rows.get(key)
    if (known) return known
    const row = emptyRow(key)
    this.rows.set(key, row)
    return row
  }

  replace(row: Row, version: Version | null) {
    const before = row.now
    if (before && version) this.#reindex(row, before.doc, version.doc)
    else if (before) for (const index of this.indexes) index.remove(row, before.doc)
    else if (version) for (const index of this.indexes) index.add(row, version.doc)
    this.size += Number(version !== null) - Number(before !== null)
    row.now = version
  }

  #reindex(row: Row, before: Doc, after: Doc) {
    for (const index of this.indexes) {
      if (index.isBlindTo(before, after)) continue
      index.remove(row, before)
      index.add(row, after)
    }
  }

  forgetIfEmpty(row: Row) {
    if (row.now === null && row.lock === null && row.past === null) this.rows.delete(row.key)
  }

  /** Builds first and joins last: an index that cannot be unique leaves the collection as it was. */
  addIndex(definition: IndexDefinition, form: DuplicateForm) {
    const index = this.newIndex(definition)
    const holders = new Map<string, Row>()
    const entries: { key: string; row: Row }[] = []
    for (const row of this.rows.values())
      for (const key of row.now ? index.keysOf(row.now.doc) : []) {
        if (definition.unique && holders.has(key) && row.now)
          throw duplicateKey(form, this.name, definition.name, index.describe(row.now.doc))
        holders.set(key, row)
        entries.push({ key: key + row.key, row })
      }
    index.fill(entries)
    this.dropIndex(definition.name)
    this.indexes.push(index)
  }

  newIndex(definition: IndexDefinition): CollectionIndex {
    const all = () => this.rows.values()
    return definition.kind === '2dsphere'
      ? new GeoIndex(definition, all)
      : new CollectionIndex(definition, all)
  }

  dropIndex(name: string) {
    const at = this.indexes.findIndex((index) => index.definition.name === name)
    if (at > 0) this.indexes.splice(at, 1)
  }
}
