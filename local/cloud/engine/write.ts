import { randomBytes } from 'node:crypto'
import { calculateObjectSize } from 'bson'
import { CloudError, duplicateKey, requestFailed } from './cloud-error'
import { type Collection, ID_INDEX } from './collection'
import { type Doc, rowKey, type Value } from './document'
import { type Condition, type Effort, findRows } from './find'
import { readBounds } from './read-bounds'
import { Version } from './row'
import type { Store } from './store'
import { compileUpdate } from './update/apply-update'
import { Blocked, WriteSet } from './write-set'

/**
 * `work` stages its writes synchronously, so between reading a row and writing it nothing else happens. A plain write
 * that meets a transaction's row waits for it and works again from the beginning.
 */
async function write<T>(store: Store, transactionId: unknown, work: (writes: WriteSet) => T): Promise<T> {
  for (;;) {
    const transaction = store.transaction(transactionId)
    const writes = transaction?.writes ?? new WriteSet(null)
    try {
      const result = work(writes)
      if (!transaction) await store.apply(writes)
      return result
    } catch (error) {
      if (!transaction) writes.forgetEmptyRows()
      if (!(error instanceof Blocked)) {
        store.giveUp(transaction)
        throw error
      }
      await error.until
    }
  }
}

const newId = () => randomBytes(16).toString('hex')

function versionOf(store: Store, doc: Doc): Version {
  const version = Version.ofDoc(doc)
  const { maxDocumentBytes } = store.options
  // A character is at most three bytes, so only a long text needs measuring.
  if (version.text.length * 3 > maxDocumentBytes && calculateObjectSize(doc) > maxDocumentBytes)
    throw new CloudError('INVALID_PARAM', `a document may have at most ${maxDocumentBytes} bytes`)
  return version
}

export function insert(
  store: Store,
  collection: Collection,
  docs: Doc[],
  transactionId: unknown,
): Promise<Value[]> {
  return write(store, transactionId, (writes) => docs.map((doc) => insertOne(store, collection, doc, writes)))
}

function insertOne(store: Store, collection: Collection, given: Doc, writes: WriteSet): Value {
  for (const field in given)
    if (field.startsWith('$'))
      throw requestFailed(`The dollar ($) prefixed field '${field}' is not valid for storage.`)
  if (Array.isArray(given._id) || given._id instanceof RegExp)
    throw requestFailed("The '_id' value cannot be of type array or regex")
  const doc: Doc = given._id === undefined ? { _id: newId(), ...given } : given
  const row = writes.rowFor(collection, rowKey(doc._id))
  if (writes.view(row)) {
    const { duplicateForm } = store.options
    throw duplicateKey(duplicateForm, collection.name, ID_INDEX, `{ _id: ${JSON.stringify(doc._id)} }`)
  }
  writes.stage(collection, row, versionOf(store, doc), store.options.duplicateForm)
  return doc._id
}

export interface Modify {
  collection: Collection
  condition: Condition
  update: Doc
  multi?: boolean
  /** Operators applied to the document, as opposed to a whole new document. */
  merge: boolean
  upsert?: boolean
  now: number
}

export interface Modified {
  matched: number
  updated: number
  upsertedId: Value
  doc: string | null
  effort: Effort
}

export function modify(store: Store, order: Modify, transactionId: unknown): Promise<Modified> {
  const { collection, condition, update, multi = false, merge, upsert, now } = order
  const change = merge
    ? compileUpdate(update, condition.query, now)
    : (doc: Doc): Doc => ({ ...doc, ...update })
  return write(store, transactionId, (writes) => {
    const limit = multi ? Number.POSITIVE_INFINITY : 1
    const { found, effort } = findRows(collection, condition, { limit }, writes.transaction)
    const modified: Modified = { matched: found.length, updated: 0, upsertedId: null, doc: null, effort }
    for (const { row, version } of found) {
      const doc = change(merge ? version.doc : { _id: version.doc._id })
      const next = versionOf(store, doc)
      modified.doc = next.text
      if (merge && next.text === version.text) continue
      writes.stage(collection, row, next, store.options.duplicateForm)
      modified.updated++
    }
    if (found.length === 0 && upsert) {
      const doc = change(equalitiesOf(condition.query))
      modified.upsertedId = insertOne(store, collection, doc, writes)
    }
    return modified
  })
}

/** A document made by an upsert starts with the id it was asked by. */
function equalitiesOf(query: Doc): Doc {
  const [id, ...others] = readBounds(query).get('_id')?.equal ?? []
  return id === undefined || others.length > 0 ? {} : { _id: id }
}

export function remove(
  store: Store,
  collection: Collection,
  condition: Condition,
  multi: boolean,
  transactionId: unknown,
): Promise<{ deleted: number; effort: Effort }> {
  return write(store, transactionId, (writes) => {
    const limit = multi ? Number.POSITIVE_INFINITY : 1
    const { found, effort } = findRows(collection, condition, { limit }, writes.transaction)
    for (const { row } of found) writes.stage(collection, row, null, store.options.duplicateForm)
    return { deleted: found.length, effort }
  })
}
