import type { CollectionName, Database, Kept } from './database'
import { readMany } from './database'
import { tryAll } from './try-all'

/** Where sealed texts stand: a field with an index, `a.b` for one inside another; and which field names the owner. */
export interface SealedField {
  collection: CollectionName
  field: string
  owner: string
}

const PAGE = 100

/**
 * One page of what is sealed under an old key, sealed anew: found by index, because a sealed text
 * begins with its key's id. Each text is replaced only if it still stands there; one that a command
 * writes back meanwhile is met again by the next page. Nothing needs to be remembered in between.
 */
export async function resealPage(
  { db }: Kept,
  { collection, field, owner }: SealedField,
  oldKey: string,
  reseal: (owner: string, sealed: string) => string,
): Promise<{ due: number; more: boolean }> {
  const _ = db.command
  // `/` is the letter after the `.` that ends a key's id.
  const under = { [field]: _.gte(`${oldKey}.`).and(_.lt(`${oldKey}/`)) }
  const query = db.collection(collection).where(under).limit(PAGE)
  const found = await readMany<{ _id: string }>(query.field({ [field]: true, [owner]: true }))
  await tryAll(
    found.map(async (document) => {
      const sealed = textAt(document, field)
      const anew = reseal(textAt(document, owner), sealed)
      await replace(db, { collection, field }, document._id, sealed, anew)
    }),
  )
  return { due: found.length, more: found.length === PAGE }
}

function replace(db: Database, place: Omit<SealedField, 'owner'>, _id: string, sealed: string, anew: string) {
  const _ = db.command
  const same = { _id: _.eq(_id), [place.field]: _.eq(sealed) }
  return db
    .collection(place.collection)
    .where(same)
    .update({ [place.field]: _.set(anew) })
}

const textAt = (document: object, field: string): string =>
  field
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document) as string
