import type { Database } from './database'
import { waitForPlace } from './wait-for-place'

const noPlace = Object.assign(new Error('no place'), { code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' })
const broken = Object.assign(new Error('broken'), { code: 'ECONNRESET' })

/** A database that fails so many times before it answers. */
function fullDatabase(times: number, error: unknown) {
  const asked = { times: 0 }
  const get = async () => {
    asked.times += 1
    if (asked.times <= times) throw error
    return { data: 'yes' }
  }
  const db = { collection: () => ({ doc: () => ({ get }) }) } as unknown as Database
  return { db, asked }
}

function patient(db: Database, chance: number) {
  const slept: number[] = []
  const sleep = async (ms: number) => void slept.push(ms)
  const ask = () =>
    waitForPlace(db, { sleep, chance: () => chance })
      .collection('members')
      .doc('a')
      .get()
  return { ask, slept }
}

test.each([
  [0, 0, []],
  [1, 0, [10]],
  [6, 0, [10, 20, 40, 80, 160, 320]],
  [6, 1, [20, 40, 80, 160, 320, 640]],
])(
  'a call for which there is %i times no place waits twice as long each time',
  async (times, chance, pauses) => {
    const { db, asked } = fullDatabase(times, noPlace)
    const { ask, slept } = patient(db, chance)
    expect(await ask()).toEqual({ data: 'yes' })
    expect(asked.times).toBe(times + 1)
    expect(slept).toEqual(pauses)
  },
)

test('a call for which there is never a place says so after the seventh time', async () => {
  const { db, asked } = fullDatabase(7, noPlace)
  await expect(patient(db, 0).ask()).rejects.toBe(noPlace)
  expect(asked.times).toBe(7)
})

test.each([[broken], [new Error('no code')], ['a word'], [null]])(
  'what failed otherwise may have been done, and is not asked again: %s',
  async (error) => {
    const { db, asked } = fullDatabase(1, error)
    const { ask, slept } = patient(db, 0)
    await expect(ask()).rejects.toBe(error)
    expect([asked.times, slept]).toEqual([1, []])
  },
)
