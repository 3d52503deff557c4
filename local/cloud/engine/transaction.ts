import { randomBytes } from 'node:crypto'
import type { Collection } from './collection'
import type { CollectionIndex } from './collection-index'
import type { Row, Version } from './row'
import { WriteSet } from './write-set'

/** Snapshot isolation: it sees the data as of its first operation and its own writes; the first writer of a row wins. */
export class Transaction {
  readonly id = randomBytes(16).toString('hex')
  readonly writes = new WriteSet(this)
  readonly reserved: [CollectionIndex, string][] = []
  snapshot: number | null = null
  readonly ended: Promise<void>
  #end: () => void = () => undefined

  /** `changed` are the rows that were written while somebody looked back. */
  constructor(readonly changed: ReadonlySet<Row>) {
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  view(row: Row): Version | null {
    const own = this.writes.staged.get(row)
    if (own) return own.version
    const snapshot = this.snapshot ?? Number.POSITIVE_INFINITY
    if (row.writtenAt <= snapshot) return row.now
    return row.past?.findLast((past) => past.writtenAt <= snapshot)?.version ?? null
  }

  /** Rows that may look otherwise to it than the indexes, which show what is committed, say. */
  seesOtherwise(collection: Collection): Row[] {
    const rows = [...this.changed, ...this.writes.staged.keys()]
    return rows.filter((row) => collection.rows.get(row.key) === row)
  }

  /** Frees what it held; whoever waits for one of its rows goes on. */
  release() {
    for (const { row } of this.writes.staged.values()) row.lock = null
    for (const [index, key] of this.reserved) index.reserved.delete(key)
    this.writes.forgetEmptyRows()
    this.#end()
  }
}
