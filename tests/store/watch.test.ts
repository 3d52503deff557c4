import { watch } from '../../core/store/watch'
import { type AuditHouse, openAuditHouse } from './audit-house'

let house: AuditHouse
beforeAll(async () => {
  house = await openAuditHouse()
  await house.db.collection('staff').add({ _id: 'M-LI', name: '小李', role: 'clerk' })
})
afterAll(() => house.close())
beforeEach(() => house.forget())

const MINUTE = 60_000

test.each([
  [9, 0],
  [10, 0],
  [11, 1],
])('I15: an outbox that has waited %i minutes is told %i times', async (minutes, times) => {
  const { id } = await house.guest()
  const night = house.tonight()
  await house.spoil('members', id, { outboxSince: night.now.getTime() - minutes * MINUTE })
  expect(await watch(night)).toBe(times)
  expect(await house.alarms()).toHaveLength(times)
})

test('one that is still stuck at the next tick is the same alarm, seen twice', async () => {
  const { id } = await house.guest()
  const night = house.tonight()
  await house.spoil('members', id, { outboxSince: night.now.getTime() - 11 * MINUTE })
  await watch(night)
  await watch({ ...night, now: new Date(night.now.getTime() + MINUTE) })
  expect(await house.alarms()).toMatchObject([{ kind: 'OUTBOX_STUCK', member: id, found: 12, times: 2 }])
})

/** So many bills and codes by one colleague, all so many minutes ago. */
async function act(settled: number, redeemed: number, minutesAgo: number) {
  const night = house.tonight()
  const at = new Date(night.now.getTime() - minutesAgo * MINUTE)
  const action = (procedure: string) => ({ id: `${at.getTime()}-x`, staff: 'M-LI', procedure })
  const rows = (name: string, count: number, procedure: string) =>
    Array.from({ length: count }, (_, n) => ({ _id: `${name}-${n}`, action: action(procedure) }))
  const bills = rows('bill', settled, 'cashier.settleBill')
  const codes = rows('code', redeemed, 'cashier.redeemCode')
  if (settled > 0) await house.db.collection('operations').add(bills)
  if (redeemed > 0) await house.db.collection('redemptions').add(codes)
  return night
}

test.each([
  [20, 0, 5, 0],
  [21, 0, 5, 1],
  [0, 21, 5, 1],
  [10, 10, 5, 0],
  [10, 11, 5, 1],
  [30, 30, 11, 0],
])('RISK-08: %i bills and %i codes by one colleague, %i minutes ago, are told %i times', async (...row) => {
  const [settled, redeemed, minutesAgo, times] = row
  const night = await act(settled, redeemed, minutesAgo)
  expect(await watch(night)).toBe(times)
  if (times === 1)
    expect(await house.alarms()).toMatchObject([
      { kind: 'STAFF_BURST', subject: '小李', member: null, expected: 20, found: settled + redeemed },
    ])
})

test('what guests and tills do has nobody’s name, and two colleagues are not added up', async () => {
  const night = await act(15, 0, 5)
  await house.db
    .collection('operations')
    .add([
      ...Array.from({ length: 15 }, (_, n) => ({ _id: `other-${n}`, by: 'M-WANG', at: night.now.getTime() })),
      ...Array.from({ length: 30 }, (_, n) => ({ _id: `guest-${n}` })),
    ])
  expect(await watch(night)).toBe(0)
})
