import type { MemberId, RewardId } from '../contract'
import { accept, type Result, refuse } from '../domain/result'
import type { Hold } from './command'
import { type Database, type Kept, type Operator, readMany, readOne } from './database'
import { FENCE_MS } from './fence'
import { findOperation } from './operation'

/** What is left of a reward with a finite stock. initial = left + issued + holds. I7. */
export interface Stock {
  _id: RewardId
  left: number
  issued: number
  /** Pieces taken whose claim is not known to be kept yet, by member and key of the claim. */
  holds: Record<string, { token: string; at: number; member: MemberId; key: string }>
  /** Void codes whose piece was put back, by when, in ms, until nobody can put it back once more. */
  returned?: Record<string, number>
}

/** A hold is named by its claim. */
export const holdOf = (member: MemberId, key: string): string => `${member}-${key}`

export interface Piece {
  left: number
  token: string
  hold: Hold
}

/**
 * Look at the stock for one claim. A piece that an earlier attempt of the same claim took is
 * adopted while it is young; an old one may be given back at any moment, so it is left alone. The token is of this
 * look alone: a piece that is taken again after the claim was kept by another must not look like the one that was used.
 */
export async function lookAtStock(
  { db, now }: Kept,
  claim: { reward: RewardId; key: string; member: MemberId; token: string },
): Promise<Result<Piece, 'OUT_OF_STOCK' | 'BUSY'>> {
  const stock = await readOne<Stock>(db, 'stock', claim.reward)
  if (stock === null) return refuse('OUT_OF_STOCK')
  const id = holdOf(claim.member, claim.key)
  const held = stock.holds[id]
  if (held !== undefined && now.getTime() - held.at > FENCE_MS / 2) return refuse('BUSY')

  const _ = db.command
  const path = `holds.${id}`
  const token = held?.token ?? claim.token
  const mine = { token, at: now.getTime(), member: claim.member, key: claim.key }
  return accept({
    left: held === undefined ? stock.left : stock.left + 1,
    token,
    hold: {
      token,
      taken: held !== undefined,
      take: async () => {
        const free = { _id: _.eq(claim.reward), left: _.gte(1), [path]: _.exists(false) }
        const { updated } = await db
          .collection('stock')
          .where(free)
          .update({ left: _.inc(-1), [path]: _.set(mine) })
        return updated === 1
      },
      settle: () => close(db, claim.reward, id, token, { issued: _.inc(1) }),
    },
  })
}

/** End a hold, on the condition that it is still this attempt's. */
const close = (
  db: Database,
  reward: RewardId,
  id: string,
  token: string,
  change: Record<string, Operator>,
) => {
  const _ = db.command
  return db
    .collection('stock')
    .where({ _id: _.eq(reward), [`holds.${id}.token`]: _.eq(token) })
    .update({ ...change, [`holds.${id}`]: _.remove() })
}

/** Settle or give back what killed claims left behind. The committed entry names the token it used. I7, I15. */
export async function sweepStock(kept: Kept): Promise<number> {
  const { db, now } = kept
  const _ = db.command
  const shelves = await readMany<Stock>(
    db
      .collection('stock')
      .where({ _id: _.exists(true) })
      .limit(1000),
  )
  let swept = 0
  for (const stock of shelves) {
    for (const [id, { token, at, member, key }] of Object.entries(stock.holds)) {
      if (now.getTime() - at < FENCE_MS) continue
      const operation = await findOperation(db, key, member)
      const used = operation?.token === token
      await close(db, stock._id, id, token, used ? { issued: _.inc(1) } : { left: _.inc(1) })
      swept += 1
    }
  }
  return swept
}

/** How many of each reward with a finite stock are left. */
export async function readShelf(db: Database): Promise<Map<string, number>> {
  const _ = db.command
  const query = db.collection('stock').where({ _id: _.exists(true) })
  const shelves = await readMany<Stock>(query.field({ left: true }).limit(1000))
  return new Map(shelves.map(({ _id, left }) => [_id, left]))
}
