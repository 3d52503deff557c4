import { randomUUID } from 'node:crypto'
import type { MemberId } from '../../core/contract'
import { addDays, businessDayOf } from '../../core/domain/calendar'
import type { Errand } from '../../core/domain/errand'
import { accept } from '../../core/domain/result'
import { type Kept, readMany, readOne } from '../../core/store/database'
import { runDueErrands } from '../../core/store/due-errands'
import { errandRow, type KeptErrand } from '../../core/store/errand'
import { once } from '../../core/store/once'
import { expectSound, joining, NOON, openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const member = async () => {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  return id
}
const reward = (to: MemberId, friend: MemberId, over: Partial<Errand> = {}): Errand => ({
  id: `referral.${friend}.1.referrer.reward`,
  to,
  task: {
    kind: 'rewardReferral',
    side: 'referrer',
    friend,
    turn: 1,
    points: 50 as never,
    until: businessDayOf(NOON),
    perMonth: null,
  },
  after: null,
  ...over,
})
/** A command of one member that has to do something to another. */
const sending = (kept: Kept, from: MemberId, errands: Errand[]) =>
  once(
    kept,
    { procedure: 'send', key: randomUUID(), member: from, input: {}, beside: async () => accept(null) },
    () => accept({ entries: [], errands, reply: null }),
  )
const later = (minutes: number): Kept => ({ ...store.kept, now: new Date(NOON.getTime() + minutes * 60_000) })
const put = (errand: Errand) => store.db.collection('errands').add({ ...errandRow(errand, NOON).document })
const kept = (id: string) => readOne<KeptErrand>(store.db, 'errands', id)

test('what a command does to another member is done at once, and the timer finds nothing to do', async () => {
  const [one, other] = [await member(), await member()]
  const errand = reward(other, one)
  await sending(store.kept, one, [errand])
  expect((await expectSound(store.db, other)).balance).toBe(150)
  expect(await kept(errand.id)).toMatchObject({ dueAt: 0, outcome: 'ok' })
  expect((await runDueErrands(later(1))).due).toBe(0)
})

test('I4: an errand that is tried by several at once and again is done once', async () => {
  const [one, other] = [await member(), await member()]
  await put(reward(other, one))
  await Promise.all(Array.from({ length: 4 }, () => runDueErrands(later(1))))
  await runDueErrands(later(120))
  expect((await expectSound(store.db, other)).balance).toBe(150)
})

test('an errand waits for the one that it is decided after, in whatever order they are tried', async () => {
  const [one, other] = [await member(), await member()]
  const first = reward(other, one)
  const until = addDays(businessDayOf(NOON), 7)
  const task = { kind: 'withdrawReferral' as const, side: 'referrer' as const, friend: one, turn: 1, until }
  const second: Errand = { id: `${first.id}.withdraw`, to: other, task, after: first.id }
  await put(second)
  await runDueErrands(later(1))
  expect(await kept(second.id)).toMatchObject({ tries: 1, outcome: null })
  const waiting = { ...first.task, until } as Errand['task']
  await put({ ...first, task: waiting })
  await runDueErrands(later(60))
  await runDueErrands(later(120))
  expect(await kept(second.id)).toMatchObject({ dueAt: 0, outcome: 'ok' })
  expect((await expectSound(store.db, other)).balance).toBe(100)
})

test('what comes before an errand is done before it, by one tick', async () => {
  const [one, other] = [await member(), await member()]
  const until = addDays(businessDayOf(NOON), 7)
  const ids = [1, 2, 3].flatMap((turn) => [`${one}.${turn}.reward`, `${one}.${turn}.withdraw`])
  const chain = ids.map((id, index): Errand => {
    const about = { side: 'referrer' as const, friend: one, turn: Math.floor(index / 2) + 1, until }
    const rewards = { kind: 'rewardReferral' as const, points: 50 as never, perMonth: null }
    const task = index % 2 === 0 ? { ...about, ...rewards } : { ...about, kind: 'withdrawReferral' as const }
    return { id, to: other, task, after: ids[index - 1] ?? null }
  })
  for (const errand of chain.toReversed()) await put(errand)
  await runDueErrands(later(1))
  const outcomes = await Promise.all(ids.map(kept))
  expect(outcomes).toEqual(ids.map(() => expect.objectContaining({ dueAt: 0, tries: 0, outcome: 'ok' })))
  expect((await expectSound(store.db, other)).balance).toBe(100)
})

test('whoever is owed many errands gets all of them by one tick: none stands in the way of another', async () => {
  const other = await member()
  const errands = Array.from({ length: 40 }, () => {
    const one = reward(other, someMember())
    return { ...one, task: { ...one.task, points: 25 } as Errand['task'] }
  })
  for (const errand of errands) await put(errand)
  await runDueErrands(later(1))
  const done = await Promise.all(errands.map(({ id }) => kept(id)))
  expect(done.filter((errand) => errand?.tries !== 0 || errand.outcome !== 'ok')).toEqual([])
  expect((await expectSound(store.db, other)).balance).toBe(100 + 40 * 25)
})

test('F8: one that cannot be done is put aside for longer and longer, told, and stops no other', async () => {
  const [one, other, broken] = [await member(), await member(), await member()]
  const _ = store.db.command
  await store.db
    .collection('members')
    .where({ _id: _.eq(broken) })
    .update({ account: _.set('lost') })
  const poison = reward(broken, one)
  await put(poison)
  await put(reward(other, one, { id: `good.${one}` }))
  const dues: number[] = []
  for (let minutes = 1; minutes < 600; minutes += 61) {
    await runDueErrands(later(minutes))
    dues.push(((await kept(poison.id))?.dueAt ?? 0) - later(minutes).now.getTime())
  }
  expect(dues.slice(0, 8).map((ms) => ms / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  expect((await expectSound(store.db, other)).balance).toBe(150)
  const alarms = await readMany(
    store.db
      .collection('alarms')
      .where({ kind: _.eq('ERRAND_STUCK') })
      .limit(9),
  )
  expect(alarms).toMatchObject([{ member: broken, status: 'open' }])
})

test('an errand to nobody is over', async () => {
  const one = await member()
  const errand = reward(someMember(), one)
  await sending(store.kept, one, [errand])
  expect(await kept(errand.id)).toMatchObject({ dueAt: 0, outcome: 'MEMBER_NOT_FOUND' })
})
