import { copy, type Doc, valuesAt } from './document'
import { AFTER, NOTHING, orderKey, reverseKey } from './order-key'
import type { Row } from './row'
import { SortedRows } from './sorted-rows'
import type { Transaction } from './transaction'

/** `fields` in order of significance; a leading `-` sorts a field downwards. */
export interface IndexDefinition {
  name: string
  fields: string[]
  unique?: boolean
}

interface IndexField {
  name: string
  path: string[]
  down: boolean
}

export class CollectionIndex {
  readonly fields: IndexField[]
  readonly rows = new SortedRows()
  /** Keys a running transaction has taken but not yet committed. */
  readonly reserved = new Map<string, Transaction>()
  /** Set once any document brought an array: such an index no longer gives an order, and may name a row twice. */
  multikey = false

  constructor(readonly definition: IndexDefinition) {
    this.fields = definition.fields.map((field) => {
      const name = field.replace(/^-/, '')
      return { name, path: name.split('.'), down: field.startsWith('-') }
    })
  }

  keysOf(doc: Doc): string[] {
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

  add(row: Row, doc: Doc) {
    for (const key of this.keysOf(doc)) this.rows.insert(key + row.key, row)
  }

  remove(row: Row, doc: Doc) {
    for (const key of this.keysOf(doc)) this.rows.remove(key + row.key)
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
