import type { MemberId } from '../contract'
import { openAgainAt, WRONG_OF_A_BRANCH, WRONG_OF_ONE, windowOf } from '../domain/attempts'
import { finding } from '../domain/audit/finding'
import { businessDayOf } from '../domain/calendar'
import { raise } from './alarms'
import { addOnce, type Kept, readOne } from './database'
import type { Staff } from './staff'

/** How often somebody, or a whole branch, was wrong within a quarter of an hour. */
interface Attempts {
  _id: string
  count: number
}

const attemptsId = (who: string, now: Date) => `${who}.${windowOf(now)}`

/** Count one more; how many it has been. */
async function countOne({ db, now }: Kept, who: string): Promise<number> {
  const _ = db.command
  const _id = attemptsId(who, now)
  const more = () =>
    db
      .collection('attempts')
      .where({ _id: _.eq(_id) })
      .update({ count: _.inc(1) })
  const { updated } = await more()
  if (updated !== 1 && !(await addOnce(db, 'attempts', { _id, count: 1, at: now.getTime() }))) await more()
  return (await readOne<Attempts>(db, 'attempts', _id))?.count ?? 1
}

/** True when it has been too many already. */
export async function countWrongOf(kept: Kept, diner: MemberId): Promise<boolean> {
  const count = await countOne(kept, diner)
  if (count === WRONG_OF_ONE) await tell(kept, diner, null, WRONG_OF_ONE, count)
  return count > WRONG_OF_ONE
}

export const isClosedTo = async ({ db, now }: Kept, diner: MemberId): Promise<boolean> =>
  ((await readOne<Attempts>(db, 'attempts', attemptsId(diner, now)))?.count ?? 0) >= WRONG_OF_ONE

/**
 * A colleague was wrong. What is closed is written into the documents that are read of every
 * colleague anyway: who is right never pays for a limit.
 */
export async function countWrongAtCounter(kept: Kept, { _id, name, branch }: Staff): Promise<void> {
  const [own, all] = await Promise.all([countOne(kept, _id), countOne(kept, `branch.${branch}`)])
  if (own >= WRONG_OF_ONE) {
    await close(kept, '_id', _id)
    await tell(kept, _id, name, WRONG_OF_ONE, own)
  }
  if (all >= WRONG_OF_A_BRANCH) {
    await close(kept, 'branch', branch)
    await tell(kept, branch, branch, WRONG_OF_A_BRANCH, all)
  }
}

async function close({ db, now }: Kept, field: '_id' | 'branch', value: string): Promise<void> {
  const _ = db.command
  await db
    .collection('staff')
    .where({ [field]: _.eq(value) })
    .update({ closedUntil: _.set(openAgainAt(now)) })
}

/** One alarm for a person or a branch and a day, counted once in a quarter of an hour. */
async function tell(kept: Kept, who: string, subject: string | null, expected: number, found: number) {
  const occasion = String(openAgainAt(kept.now))
  const about = { subject, expected, found, occasion }
  const member = subject === null ? (who as MemberId) : null
  await raise(
    kept,
    finding('TOO_MANY_ATTEMPTS', member, `${who}.${businessDayOf(kept.now)}`, about),
    occasion,
  )
}
