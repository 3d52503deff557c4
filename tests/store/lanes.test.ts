import type { MemberId } from '../../core/contract'
import { readOne } from '../../core/store/database'
import { settleTimeOfMembers } from '../../core/store/due-members'
import { type Lane, lanesOf, leaveLane, takeLane } from '../../core/store/lanes'
import type { Member } from '../../core/store/member'
import { takeBack } from '../../core/store/set-aside'
import { joining, NOON, openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const after = (ms: number) => ({ ...store.kept, now: new Date(NOON.getTime() + ms) })

test('F7: of two ticks that want a lane at the same moment one has it, and the other when it is left', async () => {
  const takers = await Promise.all(['a', 'b', 'c'].map((token) => takeLane(store.kept, 'both', token)))
  const [taken] = takers.filter((lane) => lane !== null)
  expect(takers.filter((lane) => lane !== null)).toHaveLength(1)
  await leaveLane(store.kept, 'both', taken?.lease?.token ?? '', { time: 5 })
  expect(await takeLane(store.kept, 'both', 'd')).toMatchObject({ done: { time: 5 } })
})

test.each([
  [69_999, false],
  [70_000, true],
  [-3_600_000, true],
])('F1: %i ms after a tick died in a lane, by whatever clock, another may take it: %s', async (ms, may) => {
  const id = `killed-${ms}`
  await takeLane(store.kept, id, 'dead')
  expect((await takeLane(after(ms), id, 'next')) !== null).toBe(may)
})

test('who was so slow that another took his lane leaves it alone', async () => {
  await takeLane(store.kept, 'slow', 'first')
  await takeLane(after(80_000), 'slow', 'second')
  await leaveLane(after(90_000), 'slow', 'first', { time: 1 })
  expect(await readOne<Lane>(store.db, 'jobs', 'slow')).toMatchObject({
    lease: { token: 'second' },
    done: {},
  })
})

test.each([1, 2, 4, 8, 16, 32])('of %i lanes every member is in one, and the house in the first', (count) => {
  const lanes = lanesOf(count)
  for (const digit of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
    const id = `M${digit}000000000000000`
    const mine = lanes.filter(({ range }) => range === null || (range.from <= id && id < range.to))
    expect(mine).toHaveLength(1)
  }
  expect(lanes.map(({ house }) => house)).toEqual(lanes.map((_lane, index) => index === 0))
})

test.each([0, 3, 1.5, 64, Number.NaN])('%p lanes cannot be', (count) => {
  expect(() => lanesOf(count)).toThrow('HUITOUKE_LANES')
})

const spoil = (id: MemberId, changes: Record<string, unknown>) => {
  const _ = store.db.command
  return store.db
    .collection('members')
    .where({ _id: _.eq(id) })
    .update(Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, _.set(value)])))
}
const read = (id: MemberId) => readOne<Member>(store.db, 'members', id)
const inTwoYears = () => after(2 * 366 * 24 * 3_600_000)

test('F8: a whole batch of poisoned members is set aside, those behind it are treated, and all come back', async () => {
  const members = Array.from({ length: 130 }, () => someMember())
  await Promise.all(members.map((member) => joining(store.kept, `join ${member}`, member)))
  const poisoned = members.slice(0, 110)
  const lots = [
    { expiresOn: '2026-12-01', left: 1 },
    { expiresOn: '2099-12-01', left: -50 },
  ]
  for (const id of poisoned) await spoil(id, { 'account.lots': lots, nextDueOn: '2026-12-02' })

  while ((await settleTimeOfMembers(inTwoYears())).more);
  expect((await settleTimeOfMembers(inTwoYears())).due).toBe(0)
  for (const id of members.slice(110)) expect((await read(id))?.account.lots).toEqual([])
  for (const id of poisoned) expect((await read(id))?.asideSince).toBe(inTwoYears().now.getTime())

  expect(await takeBack(inTwoYears())).toBe(110)
  const [healed = someMember()] = poisoned
  await spoil(healed, { 'account.lots': [{ expiresOn: '2026-12-01', left: 100 }] })
  while ((await settleTimeOfMembers(inTwoYears())).more);
  expect(await read(healed)).toMatchObject({ account: { lots: [] } })
  expect(await read(healed)).not.toHaveProperty('asideSince')
})

test.each(['server-error', 'quota', 'timeout-before', 'conflict'])(
  'when it is the database that fails (%s) nobody is set aside',
  async (fault) => {
    const member = someMember()
    await joining(store.kept, `join ${member}`, member)
    // The read of who is due succeeds; what follows does not.
    const rules = [{ fault, action: 'database.modifyDocument', ms: 1 }]
    const place = (faults: object[]) =>
      fetch(`${store.cloud.url}/local/faults`, { method: 'POST', body: JSON.stringify(faults) })
    await place(rules)
    await expect(settleTimeOfMembers(inTwoYears())).rejects.toMatchObject({ code: expect.any(String) })
    await place([])
    expect(await read(member)).not.toHaveProperty('asideSince')
    while ((await settleTimeOfMembers(inTwoYears())).more);
    expect((await read(member))?.version).toBeGreaterThan(1)
  },
)
