import type { Database } from './database'
import { fewAtATime } from './few-at-a-time'

/** A database that answers later, and knows how many were waiting at the same time. */
function busyDatabase() {
  const seen = { now: 0, most: 0 }
  const answer = async (fails: boolean) => {
    seen.now += 1
    seen.most = Math.max(seen.most, seen.now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    seen.now -= 1
    if (fails) throw new Error('no')
    return { data: 'yes' }
  }
  const db = { collection: () => ({ doc: (id: string) => ({ get: () => answer(id === 'bad') }) }) }
  return { db: db as unknown as Database, seen }
}

test.each([
  [1, 5, 1],
  [8, 7, 7],
  [8, 100, 8],
])('of %i lanes %i calls take %i', async (most, calls, taken) => {
  const { db, seen } = busyDatabase()
  const few = fewAtATime(db, most)
  const answers = await Promise.all(
    Array.from({ length: calls }, () => few.collection('members').doc('a').get()),
  )
  expect(answers).toHaveLength(calls)
  expect(seen.most).toBe(taken)
})

test('a call that fails frees its lane', async () => {
  const { db } = busyDatabase()
  const few = fewAtATime(db, 2)
  const bad = Array.from({ length: 5 }, () => few.collection('members').doc('bad').get())
  expect((await Promise.allSettled(bad)).map(({ status }) => status)).toEqual(bad.map(() => 'rejected'))
  expect(await few.collection('members').doc('a').get()).toEqual({ data: 'yes' })
})
