import type { BusinessDay } from '../../core/contract'
import { countCall, failsTooOften } from '../../core/domain/health'
import type { Kept } from '../../core/store/database'
import { addHealth, failingProcedures, forgetHealth, readHealth } from '../../core/store/health'
import { NOON, openStore } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeEach(async () => {
  store = await openStore()
})
afterEach(() => store.close())

const day = (text: string) => text as BusinessDay
const after = (days: number): Kept => ({ ...store.kept, now: new Date(NOON.getTime() + days * 86_400_000) })
const ok = countCall({ outcome: 'ok', ms: 80, roundTrips: 2 })
const failed = countCall({ outcome: 'failed', ms: 9000, roundTrips: 1 })

test('what instances counted adds up to one document for a function and a day', async () => {
  const counts = new Map([['home', ok]])
  await Promise.all([1, 2, 3].map(() => addHealth(store.kept, 'member', counts)))
  await addHealth(store.kept, 'member', new Map([['join', failed]]))
  await addHealth(after(1), 'member', counts)
  expect(await readHealth(store.db, day('2026-11-21'))).toEqual([
    {
      _id: 'member.2026-11-21',
      name: 'member',
      day: '2026-11-21',
      procedures: {
        home: { calls: 3, roundTrips: 6, ms100: 3 },
        join: { calls: 1, failed: 1, roundTrips: 1, slower: 1 },
      },
    },
    expect.objectContaining({ day: '2026-11-22' }),
  ])
})

test('a procedure that fails too often today is told, one that failed yesterday is not', async () => {
  for (let n = 0; n < 3; n++)
    await addHealth(
      store.kept,
      'mall',
      new Map([
        ['claim', failed],
        ['list', ok],
      ]),
    )
  expect(failsTooOften({ calls: 3, failed: 3 })).toBe(true)
  expect(await failingProcedures(store.kept)).toMatchObject([
    { kind: 'ERROR_RATE', id: 'mall.claim.2026-11-21', subject: 'mall.claim', expected: 2, found: 100 },
  ])
  expect(await failingProcedures(after(1))).toEqual([])
})

test('after 90 days it is forgotten', async () => {
  await addHealth(store.kept, 'mall', new Map([['list', ok]]))
  await forgetHealth(after(90))
  expect(await readHealth(store.db, day('2026-01-01'))).toHaveLength(1)
  await forgetHealth(after(91))
  expect(await readHealth(store.db, day('2026-01-01'))).toEqual([])
})
