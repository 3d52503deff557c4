import { randomUUID } from 'node:crypto'
import { instantOf } from '../../core/domain/calendar'
import { CASHIER } from '../open-product'
import { NOON, type OpenTill, openTill, order, secondsAfter } from './open-till'

let till: OpenTill
const logs: string[] = []
beforeAll(async () => {
  till = await openTill(logs)
})
afterAll(() => till.close())
afterEach(() => {
  expect(logs.filter((line) => line.includes('"at":"bug"'))).toEqual([])
})

const refused = (order_id: string, refusal: string) => ({ order_id, ok: false, refusal })

test('POS-01: an order of a member earns: 100 of the registration, 100 of the first order, 32 of 32.50 yuan', async () => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member })
  expect(await till.send(bill)).toEqual({
    status: 200,
    body: { results: [{ order_id: bill.order_id, ok: true, points: 132, balance: 232 }] },
  })
  expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
})

test('an order sent again, alone or in a batch, is answered as before and earns once', async () => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member })
  const [first] = await till.results([bill])
  expect(await till.results([bill, order({ member: guest.member, amount_fen: 100 }), bill])).toEqual([
    first,
    expect.objectContaining({ ok: true, points: 1, balance: 233 }),
    first,
  ])
  expect(await till.send(bill)).toEqual({ status: 200, body: { results: [first] } })
  expect(await guest.seen()).toEqual({ balance: 233, bills: 2 })
})

test('a batch is answered order by order, in its order, whatever becomes of each', async () => {
  const guest = await till.newMember()
  const early = instantOf(secondsAfter(NOON, 301))
  const bills = [
    order(),
    order({ member: 'M0000000000000000' }),
    order({ member: guest.member, amount_fen: 1000 }),
    order({ member: 'hello' }),
    order({ member: guest.member, amount_fen: 2000 }),
    order({ member: guest.member, paid_at: early }),
  ]
  const ids = bills.map(({ order_id }) => order_id)
  expect(await till.results(bills)).toEqual([
    { order_id: ids[0], ok: true, points: 0, balance: null },
    refused(ids[1] ?? '', 'MEMBER_NOT_FOUND'),
    { order_id: ids[2], ok: true, points: 110, balance: 210 },
    refused(ids[3] ?? '', 'CODE_NOT_UNDERSTOOD'),
    { order_id: ids[4], ok: true, points: 20, balance: 230 },
    refused(ids[5] ?? '', 'PAID_AT_OUT_OF_RANGE'),
  ])
})

test.each([
  ['amount', { amount_fen: 3251 }],
  ['time', { paid_at: instantOf(secondsAfter(NOON, -60)) }],
  ['member', { member: 'M0000000000000000' }],
  ['member, who is left out', { member: undefined }],
])('an order that comes again with another %s is refused and changes nothing', async (_what, change) => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member })
  await till.results([bill])
  expect(await till.results([{ ...bill, ...change }])).toEqual([refused(bill.order_id, 'ORDER_CHANGED')])
  expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
})

test('a bill of 0 yuan is taken and earns nothing; the first order is still to come', async () => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member, amount_fen: 0 })
  expect(await till.results([bill])).toEqual([{ order_id: bill.order_id, ok: true, points: 0, balance: 100 }])
  expect(await guest.seen()).toEqual({ balance: 100, bills: 1 })
  await till.results([order({ member: guest.member })])
  expect(await guest.seen()).toEqual({ balance: 232, bills: 2 })
})

test('a guest who is no member takes his number: it cannot be credited to somebody later', async () => {
  const guest = await till.newMember()
  const bill = order()
  const taken = [{ order_id: bill.order_id, ok: true, points: 0, balance: null }]
  expect(await till.results([bill])).toEqual(taken)
  expect(await till.results([bill])).toEqual(taken)
  const later = { ...bill, member: guest.member }
  expect(await till.results([later])).toEqual([refused(bill.order_id, 'ORDER_CHANGED')])
  expect(await guest.seen()).toEqual({ balance: 100, bills: 0 })
})

test('the same number of two branches is two bills', async () => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member })
  await till.results([bill])
  expect(await till.results([bill], { branch: 'xuhui' })).toMatchObject([{ ok: true, balance: 264 }])
})

test.each([
  ['a week ago', -7 * 86_400, true],
  ['a week and a second ago', -7 * 86_400 - 1, false],
  ['in five minutes', 300, true],
  ['in five minutes and a second', 301, false],
])('an order paid %s is taken: %p s, %p', async (_when, seconds, taken) => {
  const bill = order({ paid_at: instantOf(secondsAfter(NOON, seconds)) })
  expect(await till.results([bill])).toEqual([
    taken
      ? { order_id: bill.order_id, ok: true, points: 0, balance: null }
      : refused(bill.order_id, 'PAID_AT_OUT_OF_RANGE'),
  ])
})

test('the time may be given in any zone: it is the same moment', async () => {
  expect(await till.results([order({ paid_at: '2026-03-04T04:00:00Z' })])).toMatchObject([{ ok: true }])
})

test('an order for nobody can be corrected when ten minutes have gone; the same order when he has joined', async () => {
  const guest = await till.newMember()
  const bill = order({ member: 'M0000000000000000' })
  expect(await till.results([bill])).toEqual([refused(bill.order_id, 'MEMBER_NOT_FOUND')])
  expect(await till.results([bill])).toEqual([refused(bill.order_id, 'MEMBER_NOT_FOUND')])
  const corrected = { ...bill, member: guest.member }
  const at = (seconds: number) => ({ clock: secondsAfter(NOON, seconds) })
  expect(await till.results([corrected], at(599))).toEqual([refused(bill.order_id, 'BUSY')])
  expect(await till.results([corrected], at(600))).toMatchObject([{ ok: true, points: 132 }])
})

describe('a member code', () => {
  const shown = async () => {
    const guest = await till.newMember()
    const { code, expiresAt } = await till.told(guest.openid, 'member', 'code', {}, NOON)
    return { ...guest, code, expiresAt: new Date(expiresAt) }
  }

  test('is as good as his number, and good for one bill', async () => {
    const { code, seen } = await shown()
    const bill = order({ member: code })
    const [first] = await till.results([bill])
    expect(first).toMatchObject({ ok: true, points: 132, balance: 232 })
    expect(await till.results([bill])).toEqual([first])
    const other = order({ member: code })
    expect(await till.results([other])).toEqual([refused(other.order_id, 'CODE_USED')])
    expect(await seen()).toEqual({ balance: 232, bills: 1 })
  })

  test('counts when the bill was paid, even if the till is heard hours later', async () => {
    const { code, expiresAt } = await shown()
    const late = { clock: secondsAfter(NOON, 7200) }
    const after = order({ member: code, paid_at: instantOf(secondsAfter(expiresAt, 1)) })
    expect(await till.results([after], late)).toEqual([refused(after.order_id, 'CODE_EXPIRED')])
    const last = order({ member: code, paid_at: instantOf(expiresAt) })
    expect(await till.results([last], late)).toMatchObject([{ ok: true, points: 132 }])
  })

  test('of another restaurant, or with another member written in, is refused', async () => {
    const { code, member } = await shown()
    const other = await till.newMember()
    const bills = [
      order({ member: code.replace(/^HTM\.\w{4}/, 'HTM.0000') }),
      order({ member: code.replace(member, other.member) }),
    ]
    expect(await till.results(bills)).toMatchObject([
      { refusal: 'CODE_FROM_ANOTHER_RESTAURANT' },
      { refusal: 'CODE_NOT_UNDERSTOOD' },
    ])
  })
})

describe('page and till', () => {
  const visitOf = async (openid: string) => {
    const { code } = await till.told(openid, 'member', 'code', {}, NOON)
    const found = await till.told(CASHIER, 'cashier', 'identify', { key: randomUUID(), code }, NOON)
    return found.guest.visit
  }

  test('a bill that the cashier has settled under its number is not credited again by the till', async () => {
    const guest = await till.newMember()
    const bill = order({ member: guest.member })
    const typed = {
      key: randomUUID(),
      visit: await visitOf(guest.openid),
      amount: 3250,
      billNo: bill.order_id,
    }
    await till.told(CASHIER, 'cashier', 'settleBill', typed, NOON)
    expect(await till.results([bill])).toEqual([refused(bill.order_id, 'BILL_ALREADY_SETTLED')])
    expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
  })

  test('a bill that the till has sent is not credited again by the cashier', async () => {
    const guest = await till.newMember()
    const bill = order({ member: guest.member })
    await till.results([bill])
    const typed = {
      key: randomUUID(),
      visit: await visitOf(guest.openid),
      amount: 3250,
      billNo: bill.order_id,
    }
    expect(await till.ask(CASHIER, 'cashier', 'settleBill', typed, NOON)).toEqual({
      ok: false,
      refusal: 'BILL_ALREADY_SETTLED',
    })
    expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
  })

  test('both at the same moment: one of them credits it', async () => {
    const guest = await till.newMember()
    const bill = order({ member: guest.member })
    const typed = {
      key: randomUUID(),
      visit: await visitOf(guest.openid),
      amount: 3250,
      billNo: bill.order_id,
    }
    const [[sent], settled] = await Promise.all([
      till.results([bill]),
      till.ask(CASHIER, 'cashier', 'settleBill', typed, NOON),
    ])
    expect([sent?.ok, settled.ok].filter(Boolean)).toHaveLength(1)
    expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
  })
})

test('two tills that send one order at the same moment, eight times each: one credit, one answer', async () => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member })
  const answers = await Promise.all(Array.from({ length: 16 }, () => till.results([bill])))
  expect(answers).toEqual(
    answers.map(() => [{ order_id: bill.order_id, ok: true, points: 132, balance: 232 }]),
  )
  expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
})

test('one number for two members at the same moment: one of them is credited', async () => {
  const [one, other] = [await till.newMember(), await till.newMember()]
  const bill = order({ member: one.member })
  const results = await till.results([bill, { ...bill, member: other.member }])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await one.seen()).bills + (await other.seen()).bills).toBe(1)
})

test('a hundred orders of ten members in one request are all credited, in their order', async () => {
  const guests = await Promise.all(Array.from({ length: 10 }, () => till.newMember()))
  const bills = Array.from({ length: 100 }, (_, i) =>
    order({ member: guests[i % 10]?.member, amount_fen: 100 }),
  )
  const results = await till.results(bills)
  expect(results.map(({ order_id }) => order_id)).toEqual(bills.map(({ order_id }) => order_id))
  const balances = results.map((result) => (result.ok ? result.balance : null))
  expect(balances).toEqual(bills.map((_, i) => 201 + Math.floor(i / 10)))
})
