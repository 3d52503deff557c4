import { type DuplicateForm, duplicateKey } from './cloud-error'
import { CollectionIndex, type IndexDefinition } from './collection-index'
import { emptyRow, type Row, type Version } from './row'

export const ID_INDEX = '_id_'

export class Collection {
  readonly rows = new Map<string, Row>()
  readonly indexes: CollectionIndex[] = [
    new CollectionIndex({ name: ID_INDEX, fields: ['_id'], unique: true }),
  ]
  writtenAt = 0

  constructor(readonly name: string) {}

  get size(): number {
    return this.indexes[0]?.rows.size ?? 0
  }

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
    for (const index of this.indexes) {
      if (before) index.remove(row, before.doc)
      if (version) index.add(row, version.doc)
    }
    row.now = version
  }

  forgetIfEmpty(row: Row) {
    if (row.now === null && row.lock === null && row.past.length === 0) this.rows.delete(row.key)
  }

  /** Builds first and joins last: an index that cannot be unique leaves the collection as it was. */
  addIndex(definition: IndexDefinition, form: DuplicateForm) {
    const index = new CollectionIndex(definition)
    for (const row of this.rows.values()) {
      if (!row.now) continue
      const { doc } = row.now
      if (definition.unique && index.keysOf(doc).some((key) => index.holders(key).length > 0))
        throw duplicateKey(form, this.name, definition.name, index.describe(doc))
      index.add(row, doc)
    }
    this.dropIndex(definition.name)
    this.indexes.push(index)
  }

  dropIndex(name: string) {
    const at = this.indexes.findIndex((index) => index.definition.name === name)
    if (at > 0) this.indexes.splice(at, 1)
  }
}
