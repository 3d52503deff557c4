import { randomUUID } from 'node:crypto'
import type { MemberId } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { sendToHouse } from '../../local/restaurant/till'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const no = (refusal: string) => ({ ok: false, refusal })

/** A guest who has paid a bill at the desk of the first branch. */
async function paid(amount: number, billNo?: string, referral?: string) {
  const openid = `reversal-${key()}`
  const joining = { key: key(), ...(referral === undefined ? {} : { referral }) }
  const { member } = await product.told(openid, 'member', 'join', joining)
  const { code } = await product.told(openid, 'member', 'code', {})
  const { visit } = (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })).guest
  const bill = key()
  const number = billNo === undefined ? {} : { billNo }
  await product.told(CASHIER, 'cashier', 'settleBill', { key: bill, visit, amount, ...number })
  return { openid, member: member as MemberId, bill, visit }
}

async function card(openid: string) {
  const home = await product.told(openid, 'member', 'home', {})
  if (!home.joined) throw new Error('he has joined')
  return home
}

async function sendTill(request: Parameters<typeof sendToHouse>[1]) {
  const branch = (await product.branches()).find(({ _id }) => _id === 'jingan')
  if (branch === undefined) throw new Error('the sample restaurant has this branch')
  return sendToHouse({ url: product.cloud.url, branch: branch._id, key: branch.tillKey }, request)
}

const reverse = (who: string, bill: string, amount: number, own = key()) =>
  product.ask(who, 'cashier', 'reverseBill', { key: own, bill, amount, reason: '菜品退换' })

test('I8: a bill is taken back in two parts, each once, and the guest reads why', async () => {
  const { openid, bill } = await paid(20_000)
  const before = await card(openid)
  const own = key()
  const preview = await product.told(MANAGER, 'cashier', 'previewReversal', { bill, amount: 5_000 })
  const first = await reverse(MANAGER, bill, 5_000, own)
  expect(first).toEqual({ ok: true, data: preview })
  expect(await reverse(MANAGER, bill, 5_000, own)).toEqual(first)
  expect(await reverse(MANAGER, bill, 15_001)).toEqual(no('MORE_THAN_BILL_CARRIES'))
  expect(await reverse(MANAGER, bill, 15_000)).toMatchObject({ ok: true, data: { left: 0 } })
  const after = await card(openid)
  expect([after.balance, after.debt]).toEqual([100, 0])
  expect(before.balance).toBeGreaterThan(after.balance)
  const { lines } = await product.told(openid, 'points', 'ledger', { kind: 'reverse' })
  expect(lines.map(({ entry }) => entry)).toMatchObject([
    { type: 'BillReversed', amount: 15_000, left: 0, reason: '菜品退换' },
    { type: 'BillReversed', amount: 5_000, left: 15_000, reason: '菜品退换' },
  ])
})

test('I8: two who reverse the whole bill at one moment take it back once', async () => {
  const { bill, openid } = await paid(12_000)
  const both = await Promise.all([reverse(MANAGER, bill, 12_000), reverse(MANAGER, bill, 12_000)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual(no('MORE_THAN_BILL_CARRIES'))
  expect((await card(openid)).balance).toBe(100)
})

test('points that were used are owed, shown on home, and paid by the next bill', async () => {
  const { bill, openid, visit } = await paid(20_000)
  await product.told(openid, 'mall', 'claim', { key: key(), reward: 'signature-dish' })
  expect(await reverse(MANAGER, bill, 20_000)).toMatchObject({ ok: true, data: { balance: 0, debt: 200 } })
  expect(await product.told(openid, 'member', 'home', {})).toMatchObject({ balance: 0, debt: 200 })
  await product.told(CASHIER, 'cashier', 'settleBill', { key: key(), visit, amount: 15_000 })
  expect(await product.told(openid, 'member', 'home', {})).toMatchObject({ balance: 50, debt: 0 })
})

test.each([
  [CASHIER, 20_000, null],
  [CASHIER, 20_001, 'REVERSAL_ABOVE_LIMIT'],
  [MANAGER, 20_001, null],
])('SEC-03: %s takes back a fen of a bill of %i: %s', async (who, amount, refusal) => {
  const { bill } = await paid(amount)
  expect(await reverse(who, bill, 1)).toMatchObject(refusal === null ? { ok: true } : no(refusal))
})

test('bills are found by number, by guest and as the latest of the desk, with what they still carry', async () => {
  const billNo = `R-${key().slice(0, 8)}`
  const { bill, visit } = await paid(8_800, billNo)
  await reverse(MANAGER, bill, 800)
  for (const which of [{ billNo }, { visit }, {}]) {
    const { bills } = await product.told(CASHIER, 'cashier', 'findBills', which)
    expect(bills[0]).toMatchObject({ bill, billNo, amount: 8_800, left: 8_000, reversible: true })
  }
  expect((await product.told(CASHIER, 'cashier', 'findBills', { billNo: 'none' })).bills).toEqual([])
  expect(await reverse(CASHIER, key(), 100)).toEqual(no('BILL_NOT_FOUND'))
})

test('CAP-04: a till refunds an order in the request that sends it, once however often it is sent', async () => {
  const { member, openid } = await paid(100)
  const order_id = `T-${key().slice(0, 8)}`
  const order = { order_id, paid_at: instantOf(new Date()), amount_fen: 9_900, member }
  const refund = { refund_id: `F-${order_id}`, order_id, amount_fen: 4_950 }
  const before = await card(openid)
  const answer = await sendTill({ orders: [order], refunds: [refund] })
  const taken = { refund_id: refund.refund_id, ok: true, points: 49, balance: before.balance + 50, debt: 0 }
  expect(answer.refunds).toEqual([taken])
  expect(await sendTill({ refunds: [refund] })).toEqual({ results: [], refunds: [taken] })
  const others = [
    { ...refund, amount_fen: 1 },
    { refund_id: 'F-more', order_id, amount_fen: 4_951 },
    { refund_id: 'F-unknown', order_id: 'nothing', amount_fen: 1 },
  ]
  expect((await sendTill({ refunds: others })).refunds).toMatchObject([
    { refusal: 'REFUND_CHANGED' },
    { refusal: 'MORE_THAN_BILL_CARRIES' },
    { refusal: 'ORDER_NOT_FOUND' },
  ])
})

test('I8: a refund’s number stands for its order only: of others it is another refund', async () => {
  const [one, two] = [`R-${key().slice(0, 8)}`, `R-${key().slice(0, 8)}`]
  const first = await paid(8_800, one)
  const second = await paid(8_800, two)
  const nobodys = { order_id: `N-${one}`, paid_at: instantOf(new Date()), amount_fen: 9_900 }
  await sendTill({ orders: [nobodys] })
  const refunds = [one, two, nobodys.order_id].map((order_id) => ({
    refund_id: 'F-1',
    order_id,
    amount_fen: 8_800,
  }))
  const { refunds: taken } = await sendTill({ refunds })
  expect(taken).toMatchObject([
    { ok: true, balance: 100 },
    { ok: true, balance: 100 },
    { ok: true, points: 0, balance: null },
  ])
  expect(await sendTill({ refunds })).toMatchObject({ refunds: taken })
  expect([(await card(first.openid)).balance, (await card(second.openid)).balance]).toEqual([100, 100])
})

test('I8: what a manager let through of a bill is shown at the desk as the bill’s, and goes with it', async () => {
  const { openid, bill, member } = await paid(300_000)
  const before = await card(openid)
  const { reviews } = await product.told(MANAGER, 'manager', 'reviews', {})
  const waiting = reviews.find((one) => one.member === member)
  if (waiting === undefined) throw new Error('3,000 yuan earn more than 2,000 points')
  const verdict = { key: key(), member, pending: waiting.pending, approve: true, note: '核对过' }
  await product.told(MANAGER, 'manager', 'decideReview', verdict)
  const approved = await card(openid)
  expect(approved.balance - before.balance).toBe(waiting.points)
  const { bills } = await product.told(MANAGER, 'cashier', 'findBills', {})
  expect(bills.find((one) => one.bill === bill)).toMatchObject({ pointsLeft: 2000 + waiting.points })
  expect(await reverse(MANAGER, bill, 300_000)).toMatchObject({
    ok: true,
    data: { points: 2000 + waiting.points, owed: 0, debt: 0 },
  })
  expect((await card(openid)).balance).toBe(before.balance - 2000)
})

/** A guest whom another has brought, and his first bill. */
async function broughtAndPaid(amount: number, billNo: string) {
  const host = `host-${key()}`
  await product.told(host, 'member', 'join', { key: key() })
  const { code } = await product.told(host, 'member', 'referral', {})
  return { host, ...(await paid(amount, billNo, code)) }
}

test.each(['desk', 'till'])(
  'C-20: the first order taken back at the %s in two parts takes both rewards with the last one',
  async (where) => {
    const billNo = `C-${key().slice(0, 8)}`
    const { host, openid, bill, visit } = await broughtAndPaid(10_000, billNo)
    const takeBack = async (amount: number) => {
      if (where === 'desk') return void (await reverse(MANAGER, bill, amount))
      const refund = { refund_id: `F-${key().slice(0, 8)}`, order_id: billNo, amount_fen: amount }
      expect((await sendTill({ refunds: [refund] })).refunds).toMatchObject([{ ok: true }])
    }
    const waiting = async () => {
      const { waiting, earned, month, friends } = await product.told(host, 'member', 'referral', {})
      return { waiting, earned, rewards: month.rewards, status: friends[0]?.status }
    }
    const promised = { waiting: 100, earned: 100, rewards: 1, status: 'pending' }
    expect(await waiting()).toEqual(promised)
    await takeBack(4_000)
    expect(await waiting()).toEqual(promised)
    await takeBack(6_000)
    expect(await waiting()).toEqual({ waiting: 0, earned: 0, rewards: 0, status: 'awaitingOrder' })
    const { lines } = await product.told(openid, 'points', 'ledger', {})
    expect(lines.map(({ entry }) => entry)).toContainEqual(
      expect.objectContaining({
        type: 'PendingForfeited',
        source: 'referral',
        points: 100,
        reason: '订单已退款',
      }),
    )
    await product.told(CASHIER, 'cashier', 'settleBill', { key: key(), visit, amount: 3_000 })
    expect(await waiting()).toEqual(promised)
  },
)
