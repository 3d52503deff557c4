import { collections } from '../../core/store/collections'
import type { CollectionName } from '../../core/store/database'
import { Collection } from '../../local/cloud/engine/collection'
import type { Doc } from '../../local/cloud/engine/document'
import { readEjsonObject } from '../../local/cloud/engine/read-ejson'
import type { Version } from '../../local/cloud/engine/row'
import { Store, type StoreOptions } from '../../local/cloud/engine/store'
import { insert } from '../../local/cloud/engine/write'
import type { WriteSet } from '../../local/cloud/engine/write-set'
import { databaseActions } from '../../local/cloud/gateway/database-actions'
import { askInWords, callWechat } from '../../local/cloud/wechat/call-wechat'
import { CodeImages } from '../../local/cloud/wechat/code-images'
import { ContentChecks } from '../../local/cloud/wechat/content-check'
import { Messages } from '../../local/cloud/wechat/messages'
import { Sent, send } from './carry'
import { PlainPhoneCodes } from './wechat'

/** One document that was just written: as it was, and as it is. */
export interface Write {
  collection: CollectionName
  before: Doc | null
  after: Doc | null
}

const noLog = {
  append: () => Promise.resolve(),
  refuseIfBroken: () => undefined,
  close: () => Promise.resolve(),
}

/** The local cloud's engine without its disk: histories are short and there are many of them. */
const StoreInMemory = Store as unknown as new (
  options: StoreOptions & { transactionMs: number; maxDocumentBytes: number },
  log: typeof noLog,
  collections: Map<string, Collection>,
) => Store

class WatchedStore extends StoreInMemory {
  onWrite: (write: Write) => void = () => undefined

  override apply(writes: WriteSet): Promise<void> {
    const staged = [...writes.staged.values()].map(
      ({ collection, row, version }): Write => ({
        collection: collection.name as CollectionName,
        before: row.now?.doc ?? null,
        after: version?.doc ?? null,
      }),
    )
    const done = super.apply(writes)
    for (const write of staged) this.onWrite(write)
    return done
  }
}

const emptyCollections = (duplicateForm: NonNullable<StoreOptions['duplicateForm']>) =>
  new Map(
    Object.entries(collections).map(([name, indexes]) => {
      const collection = new Collection(name)
      for (const index of indexes) collection.addIndex(index, duplicateForm)
      return [name, collection]
    }),
  )

const tellUnwritten = ({ doc }: Version) => new Sent(doc)

/** A database, and WeChat, in this process that answer what the SDK sends; every document that is written is told. */
export function openEngine(duplicateForm: NonNullable<StoreOptions['duplicateForm']>) {
  const options = { directory: '', duplicateForm, transactionMs: 30_000, maxDocumentBytes: 512 * 1024 }
  const store = new WatchedStore(options, noLog, emptyCollections(duplicateForm))
  const wechat = {
    messages: new Messages(),
    phoneCodes: new PlainPhoneCodes(),
    codeImages: new CodeImages(),
    contentChecks: new ContentChecks(),
    push: () => undefined,
  }
  return {
    wechat,
    lay: (name: CollectionName, documents: object[]): Promise<unknown> =>
      insert(
        store,
        store.collection(name),
        documents.map(send).map((sent) => readEjsonObject(sent, 0)),
        null,
      ),
    answer: async (action: string, body: Doc, now: number): Promise<Doc> => {
      if (action === 'wx.api') return askInWords(body, wechat, now)
      if (action === 'wx.openApi') return { answer: callWechat(body, wechat, now) }
      const act = databaseActions[action]
      if (act === undefined) throw new Error(`no such action: ${action}`)
      return (await act(store, body, now, tellUnwritten)).reply
    },
    onWrite: (told: (write: Write) => void) => {
      store.onWrite = told
    },
    read: <T>(name: CollectionName, id: string): T | null =>
      (store.collection(name).rows.get(JSON.stringify(id))?.now?.doc ?? null) as T | null,
    all: <T>(name: CollectionName): T[] =>
      [...store.collection(name).rows.values()].flatMap(({ now }) => (now ? [now.doc as T] : [])),
  }
}

export type Engine = ReturnType<typeof openEngine>
