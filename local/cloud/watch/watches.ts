import { randomUUID } from 'node:crypto'
import { CloudError } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import { readEjsonObject } from '../engine/read-ejson'
import type { Store } from '../engine/store'
import type { Written } from '../engine/written'
import type { Line } from './line'
import { WatchedQuery } from './watched-query'

/** Whoever lost his line may come back to his query for so long. */
const PATIENCE_MS = 60_000

interface Watch {
  queryID: string
  query: WatchedQuery
  watchId: unknown
  line: Line | null
}

const msgDataOf = ({ queryID, query }: Watch, events: object[]) => ({
  queryID,
  currEvent: query.currEvent,
  events,
})

/** Everything that is watched, by the name the SDK was told for its query. */
export class Watches {
  readonly #watches = new Map<string, Watch>()
  readonly #hear = (written: Written) => this.#tellAll(written)

  constructor(readonly store: Store) {}

  begin(line: Line, watchId: unknown, asked: Doc, now: number): object {
    const query = new WatchedQuery(this.store, {
      collection: String(asked.collName),
      query: readQuery(asked.query, now),
      limit: typeof asked.limit === 'number' ? asked.limit : undefined,
    })
    const watch = { queryID: randomUUID(), query, watchId, line }
    this.#watches.set(watch.queryID, watch)
    this.store.listeners.add(this.#hear)
    return msgDataOf(watch, query.initial())
  }

  /** Goes on after the last event that arrived, also on another line. */
  goOn(line: Line, watchId: unknown, { queryID, eventID }: Doc): object {
    const watch = this.#find(queryID)
    const missed = watch.query.since(Number(eventID))
    if (missed === null) throw new CloudError('QUERYID_INVALID_ERROR', 'what was missed is too long ago')
    Object.assign(watch, { line, watchId })
    return msgDataOf(watch, missed)
  }

  check({ queryID }: Doc): object {
    return msgDataOf(this.#find(queryID), [])
  }

  end(line: Line, watchId: unknown) {
    for (const watch of this.#watches.values())
      if (watch.line === line && watch.watchId === watchId) this.#forget(watch)
  }

  lose(line: Line) {
    for (const watch of this.#watches.values())
      if (watch.line === line) {
        watch.line = null
        setTimeout(() => watch.line === null && this.#forget(watch), PATIENCE_MS).unref()
      }
  }

  #find(queryID: unknown): Watch {
    const watch = this.#watches.get(String(queryID))
    if (!watch) throw new CloudError('QUERYID_INVALID_ERROR', 'nothing is watched by this name')
    return watch
  }

  #forget(watch: Watch) {
    this.#watches.delete(watch.queryID)
    if (this.#watches.size === 0) this.store.listeners.delete(this.#hear)
  }

  #tellAll(written: Written) {
    for (const watch of this.#watches.values()) {
      const { line, watchId, query } = watch
      const about = { watchId, requestId: randomUUID() }
      try {
        const events = query.learn(written)
        if (events.length > 0)
          line?.send({ ...about, msgType: 'NEXT_EVENT', msgData: msgDataOf(watch, events) })
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        this.#forget(watch)
        line?.send({ ...about, msgType: 'ERROR', msgData: { code: error.code, message: error.message } })
      }
    }
  }
}

/** The SDK writes the query of `where()` down twice, and that of `doc()` once. */
function readQuery(text: unknown, now: number): Doc {
  const once: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : ''
  return readEjsonObject(isPlain(once) ? text : once, now)
}
