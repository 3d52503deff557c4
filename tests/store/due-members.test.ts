import type { BusinessDay, LedgerLine, MemberId, Program } from '../../core/contract'
import { points } from '../../core/domain/amounts'
import { addDays, businessDayOf, earliestOf } from '../../core/domain/calendar'
import { nextDueOf } from '../../core/domain/next-due'
import { recommended } from '../../core/domain/presets/recommended'
import { callsThrough } from '../../core/store/calls-through'
import { type Kept, readMany, readOne } from '../../core/store/database'
import { meetMembers, settleTimeOfMembers } from '../../core/store/due-members'
import { type Member, newMember } from '../../core/store/member'
import { sweepOutboxes } from '../../core/store/outbox'
import { expectSound, joining, NOON, openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeEach(async () => {
  store = await openStore()
})
afterEach(() => store.close())

const TODAY = businessDayOf(NOON)
const DAY_MS = 24 * 3_600_000
const in400Days = (): Kept => ({ ...store.kept, now: new Date(NOON.getTime() + 400 * DAY_MS) })

/** The same store, with its calls counted. */
function counted(kept: Kept) {
  const count = { calls: 0 }
  const db = callsThrough(kept.db, (call) => {
    count.calls += 1
    return call()
  })
  return { kept: { ...kept, db }, count }
}

async function joined(members: number): Promise<MemberId[]> {
  const ids = Array.from({ length: members }, () => someMember())
  await Promise.all(ids.map((id) => joining(store.kept, `join ${id}`, id)))
  return ids
}
const swept = async () => {
  const later = { ...store.kept, now: new Date(NOON.getTime() + 60_000) }
  while ((await sweepOutboxes(later)).more);
}
const memberOf = async (id: MemberId) => (await readOne<Member>(store.db, 'members', id)) as Member
const linesOf = (id: MemberId) =>
  readMany<LedgerLine>(
    store.db
      .collection('entries')
      .where({ member: store.db.command.eq(id) })
      .limit(100),
  )
const set = (id: MemberId, fields: object) => {
  const _ = store.db.command
  const changes = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, _.set(value)]))
  return store.db
    .collection('members')
    .where({ _id: _.eq(id) })
    .update(changes)
}

test('EXP-01: 100 whose points are over are settled at 1.1 calls each, swept or not, and nobody is left', async () => {
  for (const isSwept of [true, false]) {
    const ids = await joined(100)
    if (isSwept) await swept()
    const { kept, count } = counted(in400Days())
    expect(await settleTimeOfMembers(kept)).toEqual({ due: 100, more: true })
    expect(count.calls).toBeLessThanOrEqual(110)
    for (const id of ids) {
      expect((await expectSound(store.db, id)).balance).toBe(0)
      expect(await memberOf(id)).toMatchObject({ outbox: [], outboxSince: 0 })
    }
    expect(await settleTimeOfMembers(in400Days())).toEqual({ due: 0, more: false })
  }
})

test('I15: the outboxes of 100 are swept at 1.1 calls each', async () => {
  const ids = await joined(100)
  const { kept, count } = counted({ ...store.kept, now: new Date(NOON.getTime() + 60_000) })
  expect(await sweepOutboxes(kept)).toEqual({ due: 100, more: true })
  expect(count.calls).toBeLessThanOrEqual(110)
  for (const id of ids) expect(await memberOf(id)).toMatchObject({ outbox: [], outboxSince: 0 })
})

test('F8: a row that can stand nowhere hurts nobody but its own member', async () => {
  const ids = await joined(6)
  await swept()
  const [spoilt = someMember(), ...others] = ids
  await set(spoilt, { outbox: [{ collection: 'nowhere', document: { _id: 'x' } }] })
  await expect(settleTimeOfMembers(in400Days())).rejects.toThrow()
  for (const id of others) expect((await expectSound(store.db, id)).balance).toBe(0)
  expect(await memberOf(spoilt)).toMatchObject({ seq: 1, outbox: [{ collection: 'nowhere' }] })
})

test('I4: two settlings of one day have keys of their own', async () => {
  const [id = someMember()] = await joined(1)
  await settleTimeOfMembers(in400Days())
  const lots = [{ expiresOn: TODAY, left: 5 }]
  await set(id, { 'account.lots': lots, nextDueOn: TODAY })
  await settleTimeOfMembers(in400Days())
  const keys = (await linesOf(id)).filter(({ entry }) => entry.type === 'PointsExpired').map(({ key }) => key)
  expect([keys.length, new Set(keys).size]).toEqual([2, 2])
})

const BEGAN = addDays(TODAY, -30)
const old: Program = { ...recommended, keep: null, version: 'old', validFrom: BEGAN }
const asking: Program = { ...recommended, version: 'asking', validFrom: TODAY }
const by = (program: Program, days = 0): Kept => ({
  ...store.kept,
  now: new Date(NOON.getTime() + days * DAY_MS),
  program: async () => program,
})

/** Somebody whom nobody touches, last looked at by the old programme. */
async function resting(tier: string): Promise<MemberId> {
  const base = newMember(someMember(), BEGAN)
  const lots = [{ expiresOn: addDays(TODAY, 200), left: points(80) }]
  const account = { ...base.account, tier, tierSince: BEGAN, reached: ['silver', tier], lots }
  const nextDueOn = earliestOf([nextDueOf({ ...base, account }, old), '2026-12-01' as BusinessDay])
  const looked = { nextDueOn, programFrom: BEGAN }
  const member: Member = { ...base, version: 1, recent: ['joined'], account, ...looked }
  await store.db.collection('members').add({ ...member })
  return member._id
}

test('DOWN-01: a programme that begins to ask something for tiers is told to whom nobody touches, once', async () => {
  const gold = await resting('gold')
  expect(await meetMembers(by(old))).toEqual({ due: 0, more: false })
  expect(await meetMembers(by(asking, 3))).toEqual({ due: 1, more: false })
  expect((await linesOf(gold)).map(({ kind }) => kind)).toEqual(['tier'])
  const keep = { from: TODAY, until: '2027-03-31', spend: 0, warned: false }
  const met = await memberOf(gold)
  expect(met).toMatchObject({ account: { keep }, programFrom: TODAY })
  expect(nextDueOf(met, asking)).toBe('2027-04-01')
  expect(await meetMembers(by(asking, 3))).toEqual({ due: 0, more: false })
})

test('100 of whom a new programme wants nothing are met by two calls and left as they are', async () => {
  const ids = await Promise.all(Array.from({ length: 100 }, () => resting('silver')))
  const { kept, count } = counted(by(asking))
  expect(await meetMembers(kept)).toEqual({ due: 100, more: true })
  expect(count.calls).toBe(2)
  for (const id of ids) expect(await memberOf(id)).toMatchObject({ version: 1, seq: 0, programFrom: TODAY })
  expect(await meetMembers(by(asking))).toEqual({ due: 0, more: false })
})

test('a function that still goes by the programme before leaves its member to be met again', async () => {
  const gold = await resting('gold')
  await meetMembers(by(asking))
  const { recent } = await memberOf(gold)
  await set(gold, { 'account.keep': null, programFrom: BEGAN, recent: ['late', ...recent] })
  expect(await meetMembers(by(asking))).toEqual({ due: 1, more: false })
  expect((await memberOf(gold)).account.keep).toMatchObject({ from: TODAY })
})

test('F4: of two timers that meet the same members one writes them', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => resting('gold')))
  await Promise.all([meetMembers(by(asking)), meetMembers(by(asking))])
  for (const id of ids) expect(await memberOf(id)).toMatchObject({ seq: 1, version: 2 })
})
