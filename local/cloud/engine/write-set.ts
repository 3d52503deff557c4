import { type DuplicateForm, duplicateKey, transactionConflict } from './cloud-error'
import { type Collection, ID_INDEX } from './collection'
import type { CollectionIndex } from './collection-index'
import { GeoIndex } from './geo-index'
import type { Row, Version } from './row'
import type { Transaction } from './transaction'

interface Staged {
  collection: Collection
  row: Row
  version: Version | null
}

/** Thrown by a plain write that meets a row of a running transaction: it waits and starts again. */
export class Blocked extends Error {
  constructor(readonly until: Promise<void>) {
    super('waiting for a transaction')
  }
}

/** Writes that become visible together or not at all. Everything that can refuse a write refuses it here. */
export class WriteSet {
  readonly staged = new Map<Row, Staged>()
  #claims = new Map<CollectionIndex, Map<string, Row>>()
  #touched: [Collection, Row][] = []

  constructor(readonly transaction: Transaction | null) {}

  view(row: Row): Version | null {
    if (this.transaction) return this.transaction.view(row)
    const own = this.staged.get(row)
    return own ? own.version : row.now
  }

  stage(collection: Collection, row: Row, version: Version | null, form: DuplicateForm) {
    this.#mayWrite(row)
    const before = this.staged.get(row)?.version
    const held = (before ?? row.now)?.doc
    for (const index of collection.indexes) {
      if (version && index instanceof GeoIndex) index.keysOf(version.doc)
      // Ids are unique because rows are filed under them.
      if (!index.definition.unique || index.definition.name === ID_INDEX) continue
      // Whoever keeps his keys, claimed before or held already, takes them from nobody.
      if (held && version && index.isBlindTo(held, version.doc)) continue
      if (before) for (const key of index.keysOf(before.doc)) this.#claims.get(index)?.delete(key)
      if (version)
        for (const key of index.keysOf(version.doc)) this.#claim(collection, index, key, row, version, form)
    }
    if (this.transaction) row.lock = this.transaction
    this.staged.set(row, { collection, row, version })
  }

  #mayWrite(row: Row) {
    const { transaction } = this
    if (row.lock && row.lock !== transaction) this.#giveWay(row.lock)
    if (transaction && row.writtenAt > (transaction.snapshot ?? 0)) throw transactionConflict()
  }

  #giveWay(owner: Transaction): never {
    throw this.transaction ? transactionConflict() : new Blocked(owner.ended)
  }

  #claim(
    collection: Collection,
    index: CollectionIndex,
    key: string,
    row: Row,
    version: Version,
    form: DuplicateForm,
  ) {
    const owner = index.reserved.get(key)
    if (owner && owner !== this.transaction) this.#giveWay(owner)
    const claims = this.#claims.get(index) ?? new Map<string, Row>()
    this.#claims.set(index, claims)
    const claimant = claims.get(key)
    const holder = index.holders(key).find((other) => other !== row && !this.#leaves(other, index, key))
    if ((claimant && claimant !== row) || holder)
      throw duplicateKey(form, collection.name, index.definition.name, index.describe(version.doc))
    claims.set(key, row)
    if (this.transaction && !owner) {
      index.reserved.set(key, this.transaction)
      this.transaction.reserved.push([index, key])
    }
  }

  /** A row of this very set may give up a key that another row of the set takes. */
  #leaves(row: Row, index: CollectionIndex, key: string): boolean {
    const staged = this.staged.get(row)
    if (!staged) return false
    return staged.version === null || !index.keysOf(staged.version.doc).includes(key)
  }

  rowFor(collection: Collection, key: string): Row {
    const row = collection.rowFor(key)
    if (row.now === null) this.#touched.push([collection, row])
    return row
  }

  /** Rows made for an insertion that did not happen. */
  forgetEmptyRows() {
    for (const [collection, row] of this.#touched) collection.forgetIfEmpty(row)
  }
}
