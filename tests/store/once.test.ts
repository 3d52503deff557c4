import { randomUUID } from 'node:crypto'
import { readMany, readOne } from '../../core/store/database'
import { settleTimeOfMembers } from '../../core/store/due-members'
import type { Member } from '../../core/store/member'
import { sweepOutboxes } from '../../core/store/outbox'
import { type Stock, sweepStock } from '../../core/store/stock'
import {
  candy,
  claiming,
  expectSound,
  joining,
  NOON,
  openStore,
  settling,
  shelve,
  someMember,
} from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

async function member() {
  const id = someMember()
  expect(await joining(store.kept, randomUUID(), id)).toEqual({ ok: true, value: 100 })
  return id
}

test('I4: a command asked again under its key runs once and gets the same reply', async () => {
  const id = await member()
  const key = randomUUID()
  const first = await settling(store.kept, key, id, 5000)
  expect(await settling(store.kept, key, id, 5000)).toEqual(first)
  expect((await expectSound(store.db, id)).balance).toBe(150)
})

test('F3: the same key with another body is refused and changes nothing', async () => {
  const id = await member()
  const key = randomUUID()
  await settling(store.kept, key, id, 5000)
  expect(await settling(store.kept, key, id, 5001)).toEqual({ ok: false, refusal: 'KEY_REUSED' })
  expect((await expectSound(store.db, id)).balance).toBe(150)
})

test('F3: the same key for another member is refused', async () => {
  const [one, other] = [await member(), await member()]
  const key = randomUUID()
  await settling(store.kept, key, one, 5000)
  expect(await settling(store.kept, key, other, 5000)).toEqual({ ok: false, refusal: 'KEY_REUSED' })
  expect((await expectSound(store.db, other)).balance).toBe(100)
})

test('a refusal is kept: the second tap of a refused claim does not succeed later', async () => {
  const id = await member()
  await shelve(store.db, 'dear', 5)
  const key = randomUUID()
  const refused = { ok: false, refusal: 'INSUFFICIENT_POINTS' }
  expect(await claiming(store.kept, key, id, candy('dear', 150))).toEqual(refused)
  await settling(store.kept, randomUUID(), id, 10_000)
  expect(await claiming(store.kept, key, id, candy('dear', 150))).toEqual(refused)
  expect((await expectSound(store.db, id)).balance).toBe(200)
})

test('what has no account is refused and nothing is kept of it', async () => {
  const id = someMember()
  const key = randomUUID()
  expect(await settling(store.kept, key, id, 5000)).toEqual({ ok: false, refusal: 'MEMBER_NOT_FOUND' })
  expect(await readOne(store.db, 'operations', key)).toBeNull()
})

test('F4: one command asked twenty times at once is counted once', async () => {
  const id = await member()
  const key = randomUUID()
  const replies = await Promise.all(Array.from({ length: 20 }, () => settling(store.kept, key, id, 5000)))
  expect(new Set(replies.filter(({ ok }) => ok).map((reply) => JSON.stringify(reply))).size).toBe(1)
  expect(replies.every((reply) => reply.ok || reply.refusal === 'BUSY')).toBe(true)
  expect((await expectSound(store.db, id)).balance).toBe(150)
})

test('F4: eight bills of one member at once are all counted', async () => {
  const id = await member()
  const settled = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const key = randomUUID()
      for (;;) {
        const reply = await settling(store.kept, key, id, 1000)
        if (reply.ok) return reply
      }
    }),
  )
  expect(settled).toHaveLength(8)
  expect((await expectSound(store.db, id)).balance).toBe(180)
})

test('I7: of 30 claims at once on a stock of 10, 10 are issued and 20 are told there is none', async () => {
  await shelve(store.db, 'rare', 10)
  const ids = await Promise.all(Array.from({ length: 30 }, member))
  const replies = await Promise.all(
    ids.map(async (id) => {
      const key = randomUUID()
      for (;;) {
        const reply = await claiming(store.kept, key, id, candy('rare'))
        if (reply.ok || reply.refusal !== 'BUSY') return reply
      }
    }),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(10)
  expect(replies.filter((reply) => !reply.ok && reply.refusal === 'OUT_OF_STOCK')).toHaveLength(20)
  expect(await readOne<Stock>(store.db, 'stock', 'rare')).toMatchObject({ left: 0, issued: 10, holds: {} })
  for (const id of ids) await expectSound(store.db, id)
})

test('EXP-01: what time has taken is written before anything else, and gone from the sum', async () => {
  const id = await member()
  const later = { ...store.kept, now: new Date('2027-11-22T12:00:00+08:00') }
  const settled = await settling(later, randomUUID(), id, 3000)
  expect(settled).toMatchObject({ ok: true, value: { balance: 30 } })
  const { lines } = await expectSound(store.db, id)
  expect(lines.map(({ kind, delta }) => [kind, delta])).toEqual([
    ['earn', 100],
    ['expire', -100],
    ['earn', 30],
  ])
})

test('I9: the timer expires what is due, once, and leaves alone what is not', async () => {
  const [due, fresh] = [await member(), someMember()]
  const nextDay = { ...store.kept, now: new Date('2026-11-22T12:00:00+08:00') }
  await joining(nextDay, randomUUID(), fresh)
  const later = { ...store.kept, now: new Date('2027-11-22T12:00:00+08:00') }
  while ((await settleTimeOfMembers(later)).more);
  expect((await expectSound(store.db, due)).balance).toBe(0)
  expect((await expectSound(store.db, fresh)).balance).toBe(100)
  expect(await settleTimeOfMembers(later)).toEqual({ due: 0, more: false })
})

test('I15: the sweeper empties every outbox and every line stands', async () => {
  const id = await member()
  await settling(store.kept, randomUUID(), id, 1000)
  const later = { ...store.kept, now: new Date(NOON.getTime() + 60_000) }
  while ((await sweepOutboxes(later)).more);
  const waiting = await readMany<Member>(
    store.db
      .collection('members')
      .where({ outboxSince: store.db.command.gt(0) })
      .limit(10),
  )
  expect(waiting.filter(({ outboxSince }) => outboxSince < later.now.getTime())).toEqual([])
  await expectSound(store.db, id)
})

test('a hold whose claim was never committed is given back, but not before the fence', async () => {
  const id = await member()
  await shelve(store.db, 'held', 3)
  const key = randomUUID()
  const stop = new Error('killed')
  const dies = { ...store.kept, db: dyingBefore(store.db, 'members', stop) }
  await expect(claiming(dies, key, id, candy('held'))).rejects.toBe(stop)
  expect(await readOne<Stock>(store.db, 'stock', 'held')).toMatchObject({ left: 2, issued: 0 })

  const minutes = (n: number) => ({ ...store.kept, now: new Date(NOON.getTime() + n * 60_000) })
  expect(await sweepStock(minutes(9))).toBe(0)
  expect(await claiming(minutes(6), key, id, candy('held'))).toEqual({ ok: false, refusal: 'BUSY' })
  expect(await sweepStock(minutes(11))).toBe(1)
  expect(await readOne<Stock>(store.db, 'stock', 'held')).toMatchObject({ left: 3, issued: 0, holds: {} })
  expect(await claiming(minutes(12), key, id, candy('held'))).toEqual({ ok: true, value: 90 })
  expect(await readOne<Stock>(store.db, 'stock', 'held')).toMatchObject({ left: 2, issued: 1, holds: {} })
})

/** The database of a function that is killed when it is about to update a collection. */
function dyingBefore(db: typeof store.db, name: string, error: Error): typeof store.db {
  return {
    command: db.command,
    collection: (asked) => {
      const collection = db.collection(asked)
      if (asked !== name) return collection
      return {
        doc: (id) => collection.doc(id),
        add: () => Promise.reject(error),
        where: (conditions) => ({ ...collection.where(conditions), update: () => Promise.reject(error) }),
      }
    },
  }
}
