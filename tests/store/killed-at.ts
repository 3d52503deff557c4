import type { Collection, Database, Query } from '../../core/store/database'

export class Killed extends Error {}

/**
 * The database as a function sees it that is killed at its `call`-th database call: before the
 * call reaches the database, or after it has been done there and the answer is lost. From then on
 * nothing it tries reaches the database.
 */
export function killedAt(db: Database, call: number, when: 'before' | 'after') {
  let calls = 0
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1
    if (calls > call || (calls === call && when === 'before')) throw new Killed(`at call ${call}`)
    const answer = await work()
    if (calls >= call) throw new Killed(`after call ${call}`)
    return answer
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
  const dying: Database = { command: db.command, collection: (name) => collection(db.collection(name)) }
  return { db: dying, wasKilled: () => calls >= call }
}
