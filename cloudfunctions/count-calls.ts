import type { Collection, Database, Query } from '../core/store/database'

/** What one event has cost so far. */
export interface Effort {
  /** Calls of the database. */
  calls: number
  /** How often it had to wait: calls that run side by side are one round trip. */
  roundTrips: number
}

/** The same database, with its calls counted. */
export function countCalls(db: Database): { db: Database; effort: () => Effort } {
  let calls = 0
  let answered = 0
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1
    const depth = answered + 1
    try {
      return await call()
    } finally {
      answered = Math.max(answered, depth)
    }
  }
  const query = (real: Query): Query => ({
    orderBy: (field, order) => query(real.orderBy(field, order)),
    limit: (most) => query(real.limit(most)),
    field: (fields) => query(real.field(fields)),
    get: () => through(() => real.get()),
    update: (changes) => through(() => real.update(changes)),
    remove: () => through(() => real.remove()),
  })
  const collection = (real: Collection): Collection => ({
    doc: (id) => ({
      get: () => through(() => real.doc(id).get()),
      set: (document) => through(() => real.doc(id).set(document)),
    }),
    add: (document) => through(() => real.add(document)),
    where: (conditions) => query(real.where(conditions)),
  })
  return {
    db: { command: db.command, collection: (name) => collection(db.collection(name)) },
    effort: () => ({ calls, roundTrips: answered }),
  }
}
