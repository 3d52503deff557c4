import { type Database, type Kept, readMany, readOne } from './database'
import { FENCE_MS } from './fence'
import type { FoundClaim } from './find-claim'
import type { Redemption } from './redemption'
import { holdOf, type Stock } from './stock'

/**
 * Put the piece of a void code back on its shelf, once however often it is tried: the same write notes
 * the code, and the note stays until nobody can still be about to try. False when somebody was quicker, or
 * while its claim was killed before the piece was counted as issued: then it is tried again. I7.
 */
export async function returnPiece(
  { db, now }: Kept,
  { _id: code, member }: Redemption,
  { key, claimed: { reward, token } }: FoundClaim,
): Promise<boolean> {
  if (token === null) return true
  const stock = await readOne<Stock>(db, 'stock', reward)
  if (stock === null || stock.returned?.[code] !== undefined) return true
  const _ = db.command
  const note = `returned.${code}`
  const hold = `holds.${holdOf(member, key)}`
  const isIssued = { [note]: _.exists(false), [hold]: _.exists(false) }
  const { updated } = await db
    .collection('stock')
    .where({ _id: _.eq(reward), ...isIssued })
    .update({ left: _.inc(1), issued: _.inc(-1), [note]: _.set(now.getTime()) })
  return updated === 1
}

/** Forget pieces that were put back so long ago that nobody is still about to do it again. */
export async function forgetReturned({ db, now }: Kept): Promise<number> {
  const _ = db.command
  const shelves = await readMany<Stock>(
    db
      .collection('stock')
      .where({ _id: _.exists(true) })
      .limit(1000),
  )
  let forgotten = 0
  for (const { _id, returned = {} } of shelves)
    for (const [code, at] of Object.entries(returned)) {
      if (now.getTime() - at < FENCE_MS || !(await isClosed(db, code, now))) continue
      await db
        .collection('stock')
        .where({ _id: _.eq(_id) })
        .update({ [`returned.${code}`]: _.remove() })
      forgotten += 1
    }
  return forgotten
}

async function isClosed(db: Database, code: string, now: Date): Promise<boolean> {
  const redemption = await readOne<Redemption>(db, 'redemptions', code)
  return redemption?.closedAt !== undefined && now.getTime() - redemption.closedAt >= FENCE_MS
}
