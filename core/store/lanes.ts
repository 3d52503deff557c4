import { assert } from '../domain/result'
import { addOnce, type Kept, type Operator, readOne } from './database'

/**
 * A part of the timer's work that one tick does at a time (分道): ticks that run at the same moment work in
 * different lanes. `done` says when each job was last done to its end, in ms.
 */
export interface Lane {
  _id: string
  lease: Lease | null
  done: Record<string, number>
}

interface Lease {
  token: string
  until: number
}

/** Members by their ids: from this one on, up to before that one. Null is everybody. */
export type MemberRange = { from: string; to: string } | null

/** What is done in a lane: jobs about its members, and, in the first one, those about the house. */
export interface Stretch {
  id: string
  range: MemberRange
  house: boolean
}

/** The first character of a member's number after its letter: as good as drawn by chance. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As many lanes as are set up: 1, 2, 4 … 32. One is enough for a million members. */
export function lanesOf(lanes: number): Stretch[] {
  assert(
    lanes >= 1 && Number.isInteger(DIGITS.length / lanes),
    `HUITOUKE_LANES is 1, 2, 4 … 32, not ${lanes}`,
  )
  if (lanes === 1) return [{ id: 'lane-1-of-1', range: null, house: true }]
  const width = DIGITS.length / lanes
  const edge = (lane: number) => `M${DIGITS[lane * width] ?? '~'}`
  return Array.from({ length: lanes }, (_, lane) => ({
    id: `lane-${lane + 1}-of-${lanes}`,
    range: { from: edge(lane), to: edge(lane + 1) },
    house: lane === 0,
  }))
}

/** The condition on whose member it is. */
export const within = ({ db: { command: _ } }: Kept, range: MemberRange): Record<string, Operator> =>
  range === null ? {} : { _id: _.gte(range.from).and(_.lt(range.to)) }

/** Longer than a tick works and a function lives. Who was killed in a lane blocks it as long. */
const LEASE_MS = 70_000

/** A lease from a clock that was far ahead is none. */
const isHeld = (lease: Lease | null, now: number): boolean =>
  lease !== null && lease.until > now && lease.until <= now + LEASE_MS

/** The lane, ours until we leave it or the lease is over; null when another tick is in it. */
export async function takeLane({ db, now }: Kept, id: string, token: string): Promise<Lane | null> {
  const at = now.getTime()
  const lease = { token, until: at + LEASE_MS }
  const found = await readOne<Lane>(db, 'jobs', id)
  if (found === null) {
    const lane: Lane = { _id: id, lease, done: {} }
    return (await addOnce(db, 'jobs', { ...lane })) ? lane : null
  }
  if (isHeld(found.lease, at)) return null
  const _ = db.command
  const asFound = found.lease === null ? _.exists(false) : _.eq(found.lease.token)
  const { updated } = await db
    .collection('jobs')
    .where({ _id: _.eq(id), 'lease.token': asFound })
    .update({ lease: _.set(lease) })
  return updated === 1 ? { ...found, lease } : null
}

/** Leave it, and say what was done. If the lease was over and another took the lane, it is his. */
export async function leaveLane({ db }: Kept, id: string, token: string, done: Lane['done']): Promise<void> {
  const _ = db.command
  await db
    .collection('jobs')
    .where({ _id: _.eq(id), 'lease.token': _.eq(token) })
    .update({ lease: _.set(null), done: _.set(done) })
}
