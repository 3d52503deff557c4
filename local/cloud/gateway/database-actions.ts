import { aggregate } from '../engine/aggregate'
import { invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { type Condition, count, type Effort, find } from '../engine/find'
import type { Sort } from '../engine/plan-query'
import { readEjson, readEjsonObject } from '../engine/read-ejson'
import type { Version } from '../engine/row'
import type { Store } from '../engine/store'
import { insert, modify, remove } from '../engine/write'
import { toldText, writeEjson } from '../engine/write-ejson'

interface Answer {
  reply: Doc
  effort?: Effort
}

type Tell = (version: Version) => unknown
const tellText: Tell = ({ text }) => toldText(text)

/** `now` is what a server date stands for: the time of the call's event. `tell` is the form in which a document goes back. */
export type DatabaseAction = (store: Store, body: Doc, now: number, tell?: Tell) => Answer | Promise<Answer>

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

const readCondition = (body: Doc, now: number): Condition => ({ query: readEjsonObject(body.query, now) })

function readCount(value: unknown, missing: number): number {
  if (value === undefined || value === null) return missing
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam('limit and offset are non-negative integers')
  return value
}

function readSort(text: unknown, now: number): Sort {
  const sort = Object.entries(readEjsonObject(text, now))
  if (sort.some(([, direction]) => direction !== 1 && direction !== -1))
    throw invalidParam('an order is 1 or -1')
  return sort as Sort
}

function readDocuments(texts: unknown, now: number): Doc[] {
  if (!Array.isArray(texts)) throw invalidParam('data must be an array of documents')
  return texts.map((text) => readEjsonObject(text, now))
}

const getDocument: DatabaseAction = (store, body, now, tell = tellText) => {
  const single = body.queryType === 'DOC'
  const limit = single ? 1 : Math.min(readCount(body.limit, DEFAULT_LIMIT), MAX_LIMIT)
  const skip = readCount(body.offset, 0)
  const { versions, effort } = find(
    store,
    {
      collection: store.collection(body.collectionName),
      condition: readCondition(body, now),
      sort: readSort(body.order, now),
      projection: readEjsonObject(body.projection, now),
      skip,
      limit,
    },
    body.transactionId,
    now,
  )
  return { reply: { data: { list: versions.map(tell) }, ...(single ? {} : { limit, offset: skip }) }, effort }
}

const modifyDocument: DatabaseAction = async (store, body, now) => {
  const { updated, upsertedId, effort } = await modify(
    store,
    {
      collection: store.collection(body.collectionName),
      condition: readCondition(body, now),
      update: readEjsonObject(body.data, now),
      multi: body.multi === true,
      merge: body.merge === true,
      upsert: body.upsert === true,
      now,
    },
    body.transactionId,
  )
  return { reply: { data: { updated, upsert_id: upsertedId } }, effort }
}

const modifyAndReturnDoc: DatabaseAction = async (store, body, now) => {
  const { matched, doc, effort } = await modify(
    store,
    {
      collection: store.collection(body.collectionName),
      condition: readCondition(body, now),
      update: readEjsonObject(body.data, now),
      merge: true,
      now,
    },
    body.transactionId,
  )
  return { reply: { data: { updated: matched, doc: doc && toldText(doc) } }, effort }
}

const removeDocument: DatabaseAction = async (store, body, now) => {
  const collection = store.collection(body.collectionName)
  const multi = body.multi === true
  const { deleted, effort } = await remove(
    store,
    collection,
    readCondition(body, now),
    multi,
    body.transactionId,
  )
  return { reply: { data: { deleted } }, effort }
}

const aggregateDocuments: DatabaseAction = (store, body, now) => {
  if (!Array.isArray(body.stages)) throw invalidParam('stages must be an array')
  const stages = body.stages.map(({ stageKey, stageValue }: Doc) => {
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw invalidParam('malformed stage')
    return { [stageKey]: readEjson(stageValue, now) }
  })
  const { docs, effort } = aggregate(store, store.collection(body.collectionName), stages, now)
  return { reply: { data: { list: docs.map((doc) => toldText(writeEjson(doc))) } }, effort }
}

export const databaseActions: Record<string, DatabaseAction> = {
  'database.insertDocument': async (store, body, now) => {
    const collection = store.collection(body.collectionName)
    const insertedIds = await insert(store, collection, readDocuments(body.data, now), body.transactionId)
    return { reply: { data: { insertedIds } } }
  },
  'database.getDocument': getDocument,
  'database.calculateDocument': (store, body, now) => {
    const { total, effort } = count(store.collection(body.collectionName), readCondition(body, now))
    return { reply: { data: { total } }, effort }
  },
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.addCollection': async (store, body) => {
    await store.createCollection(body.collectionName)
    return { reply: { data: {} } }
  },
  'database.startTransaction': (store) => ({ reply: { transactionId: store.begin() } }),
  'database.commitTransaction': async (store, body) => {
    await store.commit(body.transactionId)
    return { reply: {} }
  },
  'database.abortTransaction': (store, body) => {
    store.abort(body.transactionId)
    return { reply: {} }
  },
}
