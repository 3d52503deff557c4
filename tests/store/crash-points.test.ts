import { randomUUID } from 'node:crypto'
import type { MemberId } from '../../core/contract'
import { type Kept, readOne } from '../../core/store/database'
import { settleTimeOfMembers } from '../../core/store/due-members'
import { sweepOutboxes } from '../../core/store/outbox'
import type { Redemption } from '../../core/store/redemption'
import { forgetReturned } from '../../core/store/return-piece'
import { sweepVoidCodes } from '../../core/store/reverse-claim'
import { type Stock, sweepStock } from '../../core/store/stock'
import { Killed, killedAt } from './killed-at'
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
  voiding,
} from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const reward = candy('shelf')
const laterThan = (minutes: number): Kept => ({
  ...store.kept,
  now: new Date(NOON.getTime() + minutes * 60_000),
})

/** Let a function run into its death, then a second one finish what the first was asked. */
async function dieThenRetry<T>(
  call: number,
  when: 'before' | 'after',
  run: (kept: Kept) => Promise<T>,
): Promise<{ reply: T; died: boolean }> {
  const dying = killedAt(store.db, call, when)
  await run({ ...store.kept, db: dying.db }).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error
  })
  return { reply: await run(store.kept), died: dying.wasKilled() }
}

/** Every call of a command is a place to die, before it or after it. */
async function atEveryCall(
  run: (call: number, when: 'before' | 'after') => Promise<boolean>,
): Promise<number> {
  let places = 0
  for (const when of ['before', 'after'] as const)
    for (let call = 1; await run(call, when); call++) places += 1
  return places
}

async function quiesce() {
  while ((await sweepOutboxes(laterThan(1))).more);
  await sweepStock(laterThan(11))
  while ((await sweepVoidCodes(laterThan(12))).more);
}

async function someoneJoined(): Promise<MemberId> {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  return id
}

test('F1: join, killed at every call and asked again, joins once', async () => {
  const places = await atEveryCall(async (call, when) => {
    const id = someMember()
    const key = randomUUID()
    const { reply, died } = await dieThenRetry(call, when, (kept) => joining(kept, key, id))
    expect(reply).toEqual({ ok: true, value: 100 })
    await quiesce()
    expect((await expectSound(store.db, id)).balance).toBe(100)
    return died
  })
  expect(places).toBeGreaterThanOrEqual(10)
})

test('F1: settle, killed at every call and asked again, is counted once', async () => {
  const places = await atEveryCall(async (call, when) => {
    const id = await someoneJoined()
    const key = randomUUID()
    const { reply, died } = await dieThenRetry(call, when, (kept) => settling(kept, key, id, 5000))
    expect(reply).toMatchObject({ ok: true, value: { balance: 150 } })
    await quiesce()
    expect((await expectSound(store.db, id)).balance).toBe(150)
    return died
  })
  expect(places).toBeGreaterThanOrEqual(10)
})

test('F1, I7: claim, killed at every call and asked again, burns once and takes one from stock', async () => {
  await shelve(store.db, reward.id, 1000)
  let issued = 0
  const places = await atEveryCall(async (call, when) => {
    const id = await someoneJoined()
    const key = randomUUID()
    const { reply, died } = await dieThenRetry(call, when, (kept) => claiming(kept, key, id, reward))
    expect(reply).toEqual({ ok: true, value: 90 })
    issued += 1
    await quiesce()
    expect((await expectSound(store.db, id)).balance).toBe(90)
    expect(await readOne(store.db, 'redemptions', `R-${key}`)).not.toBeNull()
    expect(await readOne<Stock>(store.db, 'stock', reward.id)).toMatchObject({
      left: 1000 - issued,
      issued,
      holds: {},
    })
    return died
  })
  expect(places).toBeGreaterThanOrEqual(16)
})

test('F1, I7: claim, killed at every call and never asked again, is whole or has not happened', async () => {
  const shelf = candy('orphans')
  await shelve(store.db, shelf.id, 1000)
  let issued = 0
  await atEveryCall(async (call, when) => {
    const id = await someoneJoined()
    const key = randomUUID()
    const dying = killedAt(store.db, call, when)
    await claiming({ ...store.kept, db: dying.db }, key, id, shelf).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })
    await quiesce()
    const { balance } = await expectSound(store.db, id)
    const code = await readOne(store.db, 'redemptions', `R-${key}`)
    expect([balance, code !== null]).toEqual(balance === 90 ? [90, true] : [100, false])
    if (balance === 90) issued += 1
    expect(await readOne<Stock>(store.db, 'stock', shelf.id)).toMatchObject({
      left: 1000 - issued,
      issued,
      holds: {},
    })
    return dying.wasKilled()
  })
})

test.each(['asked again', 'given up'])(
  'F1, I6, I7: a claim taken back, killed at every call and %s, gives back points and piece once or not at all',
  async (then) => {
    const shelf = candy(`void-${then.replace(' ', '-')}`)
    await shelve(store.db, shelf.id, 1000)
    let issued = 0
    const places = await atEveryCall(async (call, when) => {
      const id = await someoneJoined()
      const [key, own] = [randomUUID(), randomUUID()]
      await claiming(store.kept, key, id, shelf)
      const dying = killedAt(store.db, call, when)
      await voiding({ ...store.kept, db: dying.db }, own, `R-${key}`).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      if (then === 'asked again')
        expect(await voiding(store.kept, own, `R-${key}`)).toMatchObject({
          ok: true,
          value: { balance: 100 },
        })
      await quiesce()
      const { balance } = await expectSound(store.db, id)
      const code = await readOne<Redemption>(store.db, 'redemptions', `R-${key}`)
      expect([balance, code?.status]).toEqual(code?.status === 'void' ? [100, 'void'] : [90, 'issued'])
      if (code?.status === 'issued') issued += 1
      else expect(code?.openSince).toBe(0)
      const kept = await readOne<Stock>(store.db, 'stock', shelf.id)
      expect(kept).toMatchObject({ left: 1000 - issued, issued, holds: {} })
      return dying.wasKilled()
    })
    expect(places).toBeGreaterThanOrEqual(16)
    const old = await readOne<Stock>(store.db, 'stock', shelf.id)
    expect(Object.keys(old?.returned ?? {})).not.toEqual([])
    await forgetReturned(laterThan(30))
    expect((await readOne<Stock>(store.db, 'stock', shelf.id))?.returned).toEqual({})
  },
)

test('F1, I9: the expiry job, killed at every call and run again, takes each point once', async () => {
  const due = new Date('2027-11-22T12:00:00+08:00')
  await atEveryCall(async (call, when) => {
    while ((await settleTimeOfMembers({ ...store.kept, now: due })).more);
    const id = await someoneJoined()
    const dying = killedAt(store.db, call, when)
    await settleTimeOfMembers({ ...store.kept, now: due, db: dying.db }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })
    await settleTimeOfMembers({ ...store.kept, now: due })
    while ((await sweepOutboxes({ ...store.kept, now: new Date(due.getTime() + 60_000) })).more);
    expect((await expectSound(store.db, id)).balance).toBe(0)
    return dying.wasKilled()
  })
})
