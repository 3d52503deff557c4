import { CloudError, collectionMissing, type DuplicateForm, invalidParam } from './cloud-error'
import { Collection } from './collection'
import type { IndexDefinition } from './collection-index'
import { type Change, DurableLog } from './durable-log'
import { loadCollections, stored } from './load-collections'
import type { Transaction } from './transaction'
import { Transactions } from './transactions'
import type { WriteSet } from './write-set'
import { describeWrites, type Written } from './written'

export interface StoreOptions {
  directory: string
  duplicateForm?: DuplicateForm
  transactionMs?: number
  maxDocumentBytes?: number
  /** Hears what was mended at the start. */
  warn?: (text: string) => void
}

/** Documents in memory, every version immutable, every acknowledged write on disk. */
export class Store {
  readonly listeners = new Set<(written: Written) => void>()
  readonly #transactions: Transactions
  #sequence = 0

  private constructor(
    readonly options: Required<Omit<StoreOptions, 'warn'>>,
    readonly log: DurableLog,
    readonly collections: Map<string, Collection>,
  ) {
    this.#transactions = new Transactions(options.transactionMs)
  }

  static async open(options: StoreOptions): Promise<Store> {
    const log = await DurableLog.open(options.directory, options.warn ?? (() => undefined))
    const complete = {
      duplicateForm: 'DATABASE_REQUEST_FAILED' as const,
      transactionMs: 30_000,
      maxDocumentBytes: 512 * 1024,
      ...options,
    }
    try {
      return new Store(complete, log, await loadCollections(log.level))
    } catch (error) {
      await log.close()
      throw error
    }
  }

  collection(name: unknown): Collection {
    this.log.refuseIfBroken()
    const collection = typeof name === 'string' ? this.collections.get(name) : undefined
    if (!collection) throw collectionMissing(String(name))
    return collection
  }

  createCollection(name: unknown): Promise<void> {
    if (typeof name !== 'string' || !/^[A-Za-z0-9_][\w.-]{0,127}$/.test(name))
      throw invalidParam('a collection name is letters, digits, "_", "-" and "."')
    if (this.collections.has(name))
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}`)
    this.collections.set(name, new Collection(name))
    return this.log.append([stored.collection(name)])
  }

  /** With its documents and indexes, on disk at once or not at all. Who still writes to it is told that it is gone. */
  dropCollection(name: unknown): Promise<void> {
    const collection = this.collection(name)
    this.collections.delete(collection.name)
    const documents = [...collection.rows.keys()].map((key) => stored.document(collection.name, key, null))
    const indexes = collection.indexes.map(({ definition }) =>
      stored.noIndex(collection.name, definition.name),
    )
    return this.log.append([...documents, ...indexes, stored.noCollection(collection.name)])
  }

  createIndex(name: string, definition: IndexDefinition): Promise<void> {
    this.collection(name).addIndex(definition, this.options.duplicateForm)
    return this.log.append([stored.index(name, definition)])
  }

  dropIndex(name: string, index: string): Promise<void> {
    this.collection(name).dropIndex(index)
    return this.log.append([stored.noIndex(name, index)])
  }

  begin(): string {
    return this.#transactions.begin().id
  }

  /** The running transaction of an id; its snapshot is taken when it is first used. */
  transaction(id: unknown): Transaction | null {
    if (id === undefined || id === null || id === '') return null
    const transaction = this.#transactions.find(id)
    transaction.snapshot ??= this.#sequence
    return transaction
  }

  abort(id: unknown) {
    this.#transactions.end(this.#transactions.find(id))
  }

  async commit(id: unknown) {
    const transaction = this.#transactions.find(id)
    try {
      const written = this.apply(transaction.writes)
      this.#transactions.end(transaction)
      await written
    } finally {
      this.giveUp(transaction)
    }
  }

  /** MongoDB gives a transaction up as soon as one of its writes conflicts. */
  giveUp(transaction: Transaction | null) {
    if (transaction && this.#transactions.isRunning(transaction)) this.#transactions.end(transaction)
  }

  /** Visible at once, acknowledged when on disk. */
  apply(writes: WriteSet): Promise<void> {
    this.log.refuseIfBroken()
    for (const { collection } of writes.staged.values())
      if (this.collections.get(collection.name) !== collection) throw collectionMissing(collection.name)
    const writtenAt = ++this.#sequence
    const keepPast = this.#transactions.someoneLooksBack()
    const changes: Change[] = []
    const written = this.listeners.size > 0 ? describeWrites(writes) : []
    for (const { collection, row, version } of writes.staged.values()) {
      if (keepPast) this.#transactions.remember(row)
      collection.replace(row, version)
      row.writtenAt = writtenAt
      collection.writtenAt = writtenAt
      changes.push(stored.document(collection.name, row.key, version))
      if (!version) collection.forgetIfEmpty(row)
    }
    const kept = this.log.append(changes)
    return written.length === 0 ? kept : kept.then(() => this.#tell(written))
  }

  #tell(written: Written[]) {
    for (const listener of [...this.listeners]) for (const one of written) listener(one)
  }

  close(): Promise<void> {
    this.#transactions.close()
    return this.log.close()
  }
}
