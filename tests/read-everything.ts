import { collections } from '../core/store/collections'
import type { CollectionName, Database } from '../core/store/database'

/**
 * Every document there is, as text: the same text before and after means that nothing was written.
 * What is counted of every call, whoever asks what, can be left out.
 */
export async function readEverything(db: Database, ...leftOut: CollectionName[]): Promise<string> {
  const anything = { _id: db.command.exists(true) }
  const names = (Object.keys(collections) as CollectionName[]).filter((name) => !leftOut.includes(name))
  const kept = await Promise.all(names.map((name) => db.collection(name).where(anything).limit(1000).get()))
  return JSON.stringify(kept.map(({ data }) => data))
}
