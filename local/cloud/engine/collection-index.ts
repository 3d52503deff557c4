import { copy, type Doc, ownField, valuesAt } from './document'
import { AFTER, NOTHING, orderKey, reverseKey } from './order-key'
import type { Row } from './row'
import { type Entry, SortedRows } from './sorted-rows'
import type { Transaction } from './transaction'

/** `fields` in order of significance; a leading `-` sorts a field downwards. One of places is of one field. */
export interface IndexDefinition {
  name: string
  fields: string[]
  unique?: boolean
  kind?: '2dsphere'
}

interface IndexField {
  name: string
  path: string[]
  /** The field of the document that the path begins with. */
  root: string
  down: boolean
}

const UNKNOWN = Symbol('a path of several fields')

export class CollectionIndex {
  readonly fields: IndexField[]
  #rows: SortedRows | null = null
  /** Keys a running transaction has taken but not yet committed. */
  readonly reserved = new Map<string, Transaction>()
  /** Set once any document brought an array: such an index no longer gives an order, and may name a row twice. */
  multikey = false

  constructor(
    readonly definition: IndexDefinition,
    readonly all: () => Iterable<Row>,
  ) {
    this.fields = definition.fields.map((field) => {
      const name = field.replace(/^-/, '')
      const path = name.split('.')
      return { name, path, root: path[0] as string, down: field.startsWith('-') }
    })
  }

  /** Sorted when first asked for: a collection that is only read by id never needs its ids in order. */
  get rows(): SortedRows {
    this.#rows ??= this.#sort()
    return this.#rows
  }

  /** From all entries at once, as a loader collects them. */
  fill(entries: Entry[]) {
    this.#rows = SortedRows.of(entries)
  }

  #sort(): SortedRows {
    const entries: Entry[] = []
    for (const row of this.all())
      if (row.now) for (const key of this.keysOf(row.now.doc)) entries.push({ key: key + row.key, row })
    return SortedRows.of(entries)
  }

  keysOf(doc: Doc): string[] {
    let key = ''
    for (const field of this.fields) {
      const value = field.path.length === 1 ? ownField(doc, field.root) : UNKNOWN
      if (value === UNKNOWN || Array.isArray(value)) return this.#manyKeys(doc)
      const part = orderKey(value)
      key += field.down ? reverseKey(part) : part
    }
    return [key]
  }

  #manyKeys(doc: Doc): string[] {
    let keys = ['']
    for (const field of this.fields) {
      const parts = this.#fieldKeys(doc, field)
      const only = parts.length === 1 ? parts[0] : undefined
      keys = keys.flatMap((key) => (only !== undefined ? key + only : parts.map((part) => key + part)))
    }
    return keys.length === 1 ? keys : [...new Set(keys)]
  }

  #fieldKeys(doc: Doc, field: IndexField): string[] {
    const found = valuesAt(doc, field.path)
    const values = found.flatMap((value) => (Array.isArray(value) && value.length > 0 ? value : [value]))
    if (found.length !== 1 || Array.isArray(found[0])) this.multikey = true
    const keys = values.map((value) =>
      Array.isArray(value) && value.length === 0 ? NOTHING : orderKey(value),
    )
    if (keys.length === 0) keys.push(NOTHING)
    return field.down ? keys.map(reverseKey) : keys
  }

  /** Whether a change leaves the keys as they are: what an update did not touch is the same object still. */
  isBlindTo(before: Doc, after: Doc): boolean {
    return this.fields.every(({ root }) => ownField(before, root) === ownField(after, root))
  }

  add(row: Row, doc: Doc) {
    if (this.#rows) for (const key of this.keysOf(doc)) this.#rows.insert(key + row.key, row)
  }

  remove(row: Row, doc: Doc) {
    if (this.#rows) for (const key of this.keysOf(doc)) this.#rows.remove(key + row.key)
  }

  /** Rows that hold exactly this key: at most one in a unique index. */
  holders(key: string): Row[] {
    return [...this.rows.ascend(key, key + AFTER)]
  }

  describe(doc: Doc): string {
    const parts = this.fields.map(
      ({ name, path }) => `${name}: ${JSON.stringify(copy(valuesAt(doc, path)[0]))}`,
    )
    return `{ ${parts.join(', ')} }`
  }
}
