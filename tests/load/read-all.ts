import { type CollectionName, type Database, readMany } from '../../core/store/database'

const PAGE = 1000

/** Every document of a collection, page by page in the order of their ids. */
export async function readAll<T>(db: Database, name: CollectionName): Promise<T[]> {
  const _ = db.command
  const found: T[] = []
  for (let after = ''; ; ) {
    const page = await readMany<T & { _id: string }>(
      db
        .collection(name)
        .where({ _id: _.gt(after) })
        .orderBy('_id', 'asc')
        .limit(PAGE),
    )
    found.push(...page)
    after = page.at(-1)?._id ?? after
    if (page.length < PAGE) return found
  }
}
