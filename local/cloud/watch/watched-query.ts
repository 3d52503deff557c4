import { EJSON } from 'bson'
import { CloudError } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { findRows } from '../engine/find'
import { compileQuery, type Matcher } from '../engine/query/compile-query'
import type { Store } from '../engine/store'
import type { Written } from '../engine/written'

/** As the SDK takes it apart. A document comes whole, never as its changed fields, which SDK 3.18.3 cannot put in. */
export interface WatchEvent {
  ID: number
  DataType: 'init' | 'add' | 'update' | 'remove' | 'limit'
  QueueType: 'init' | 'enqueue' | 'dequeue' | 'update'
  DocID: unknown
  Doc: string
}

export interface Question {
  collection: string
  query: Doc
  limit: number | undefined
}

const MOST_DOCUMENTS = 5000
const REMEMBERED = 1000

interface Seen {
  id: unknown
  text: string
  doc: Doc
}

/** A query whose answer is kept, and what changed in it, event by event, for who asks from where on. */
export class WatchedQuery {
  currEvent = 1
  #seen: Map<string, Seen>
  #events: WatchEvent[] = []
  readonly #matches: Matcher

  constructor(
    readonly store: Store,
    readonly question: Question,
  ) {
    this.#matches = compileQuery(question.query)
    this.#seen = this.#look()
  }

  initial(): WatchEvent[] {
    return [...this.#seen.values()].map((seen) => this.#event('init', 'init', seen))
  }

  /** Null when that is too long ago. */
  since(eventId: number): WatchEvent[] | null {
    const missed = this.#events.filter(({ ID }) => ID > eventId)
    return eventId === this.currEvent || missed[0]?.ID === eventId + 1 ? missed : null
  }

  /** What a write changed in the answer; nothing for most writes. */
  learn({ collection, changes }: Written): WatchEvent[] {
    if (collection !== this.question.collection) return []
    const touches = changes.some(
      ({ before, after }) => (before && this.#matches(before.doc)) || (after && this.#matches(after.doc)),
    )
    if (!touches) return []
    const before = this.#seen
    this.#seen = this.#look()
    const written = new Map(changes.map((change) => [change.key, change]))
    this.currEvent++
    const left = [...before].flatMap(([key, seen]) => {
      if (this.#seen.has(key)) return []
      const change = written.get(key)
      if (change?.after) return [this.#event('update', 'dequeue', { ...seen, doc: change.after.doc })]
      return [this.#event(change ? 'remove' : 'limit', 'dequeue', seen)]
    })
    const there = [...this.#seen].flatMap(([key, seen]) => {
      const known = before.get(key)
      if (known) return known.text === seen.text ? [] : [this.#event('update', 'update', seen)]
      const change = written.get(key)
      return [this.#event(change ? (change.before ? 'update' : 'add') : 'limit', 'enqueue', seen)]
    })
    return this.#keep([...left, ...there])
  }

  #keep(events: WatchEvent[]): WatchEvent[] {
    if (events.length === 0) this.currEvent--
    this.#events = [...this.#events, ...events].slice(-REMEMBERED)
    return events
  }

  #look(): Map<string, Seen> {
    const { collection, query, limit = Number.POSITIVE_INFINITY } = this.question
    const { found } = findRows(this.store.collection(collection), { query }, { limit }, null)
    if (found.length > MOST_DOCUMENTS)
      throw new CloudError('SYS_ERR', `a watch is of ${MOST_DOCUMENTS} documents at most`)
    return new Map(
      found.map(({ row, version }) => [
        row.key,
        { id: version.doc._id, text: version.text, doc: version.doc },
      ]),
    )
  }

  #event(
    DataType: WatchEvent['DataType'],
    QueueType: WatchEvent['QueueType'],
    { id, doc }: Seen,
  ): WatchEvent {
    return {
      ID: this.currEvent,
      DataType,
      QueueType,
      DocID: id,
      Doc: EJSON.stringify(doc, { relaxed: true }),
    }
  }
}
