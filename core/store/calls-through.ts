import type { Collection, Database, Query } from './database'

/** Does one call, or something in its place. */
export type Through = <T>(call: () => Promise<T>) => Promise<T>

/** The same database, each of whose calls goes through something that may count it, or prevent it. */
export function callsThrough(db: Database, through: Through): Database {
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
  return { command: db.command, collection: (name) => collection(db.collection(name)) }
}
