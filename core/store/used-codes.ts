import { addOnce, type CollectionName, type Kept, readOne } from './database'

interface UsedCode {
  _id: string
  by: string
}

/** Spend something that is good for one use. Asked again by the same one, it is still his. */
export async function spend(
  { db, now }: Kept,
  name: 'usedCodes' | 'nonces',
  code: string,
  by: string,
): Promise<boolean> {
  if (await addOnce(db, name, { _id: code, by, at: now.getTime() })) return true
  return (await readOne<UsedCode>(db, name, code))?.by === by
}

/**
 * What is spent is remembered longer than it can be shown: a till may report a code a week after
 * it was shown, and a clock may be wrong by a day.
 */
const FORGET_MS = 9 * 24 * 3_600_000

export async function forgetSpent({ db, now }: Kept): Promise<void> {
  const _ = db.command
  const old = { at: _.lt(now.getTime() - FORGET_MS) }
  const names: CollectionName[] = ['usedCodes', 'nonces', 'attempts']
  await Promise.all(names.map((name) => db.collection(name).where(old).remove()))
}
