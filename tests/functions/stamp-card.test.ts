import { randomUUID } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import { instantOf } from '../../core/domain/calendar'
import { sendToHouse } from '../../local/restaurant/till'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'

/** A reward of which there are sixty, so that stock is held as well. */
const CARD = { stamps: 3, atLeast: 3_000, reward: 'dessert' }

let product: Product
beforeAll(async () => {
  product = await openProduct()
  const _ = product.db.command
  await product.db
    .collection('programs')
    .where({ _id: _.exists(true) })
    .update({ stampCard: _.set(CARD) })
})
afterAll(() => product.close())

const key = randomUUID
const no = (refusal: string) => ({ ok: false, refusal })

async function guest() {
  const openid = `stamps-${key()}`
  await product.told(openid, 'member', 'join', { key: key() })
  const { code } = await product.told(openid, 'member', 'code', {})
  const { visit } = (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })).guest
  const pay = async (amount: number, bill = key()) => ({
    bill,
    ...(await product.told(CASHIER, 'cashier', 'settleBill', { key: bill, visit, amount })),
  })
  const home = async () => {
    const shown = await product.told(openid, 'member', 'home', {})
    if (!shown.joined) throw new Error('he has joined')
    return shown
  }
  const left = async () =>
    (await product.told(openid, 'mall', 'list', {})).offers.find(({ id }) => id === CARD.reward)?.left ?? 0
  const claim = (own = key(), reward = CARD.reward) =>
    product.ask(openid, 'mall', 'claim', { key: own, reward, with: 'stamps' })
  return { openid, visit, pay, home, left, claim }
}

/** Three stamps. */
async function guestWithCard() {
  const one = await guest()
  for (let n = 0; n < CARD.stamps; n++) await one.pay(CARD.atLeast)
  return one
}

const reverse = (bill: string, amount: number) =>
  product.ask(MANAGER, 'cashier', 'reverseBill', { key: key(), bill, amount, reason: '菜品退换' })

test('CAMP-09: the bill says its stamp before and after it is settled, and home shows the card', async () => {
  const { visit, pay, home } = await guest()
  expect((await home()).stampCard).toEqual({
    stamps: 0,
    of: 3,
    atLeast: 3_000,
    reward: expect.objectContaining({ id: 'dessert', name: '今日甜品一份' }),
  })
  const asked = { visit, amount: 3_000 }
  const preview = await product.told(CASHIER, 'cashier', 'previewBill', asked)
  expect(preview.stamped).toEqual({ stamps: 1, of: 3 })
  expect(await pay(2_999)).toMatchObject({ stamped: null })
  const { bill } = await pay(3_000)
  expect(await pay(3_000, bill)).toMatchObject({ stamped: { stamps: 1, of: 3 } })
  expect((await home()).stampCard?.stamps).toBe(1)
})

test('CAMP-09, I4: a full card is claimed once however often it is asked, for no point and one piece of stock', async () => {
  const { openid, home, left, claim } = await guestWithCard()
  const before = [(await home()).balance, await left()] as const
  const own = key()
  const all = await Promise.all([claim(own), claim(own), claim(own)])
  const [first] = all
  expect(first).toMatchObject({ ok: true, data: { redemption: { points: 0, stamps: 3, status: 'issued' } } })
  expect(all).toEqual([first, first, first])
  expect([(await home()).balance, await left()]).toEqual([before[0], before[1] - 1])
  expect((await home()).stampCard?.stamps).toBe(0)
  expect(await claim()).toEqual(no('CARD_NOT_FULL'))
  expect(await product.ask(openid, 'mall', 'claim', { key: own, reward: CARD.reward })).toEqual(
    no('KEY_REUSED'),
  )
  expect(await left()).toBe(before[1] - 1)
})

test('CAMP-09: of two claims at one moment one has the card, and the other hears that it is not full', async () => {
  const { claim } = await guestWithCard()
  const answers = await Promise.all([claim(), claim()])
  expect(answers.map((one) => (one.ok ? 'issued' : one.refusal)).sort()).toEqual(['CARD_NOT_FULL', 'issued'])
})

test('CAMP-09: stamps pay for the card’s reward only', async () => {
  const { claim } = await guestWithCard()
  expect(await claim(key(), 'side-dish')).toEqual(no('REWARD_NOT_FOUND'))
})

test('CAMP-09, I6, I7: a void code gives its stamps and its piece back, once, and its guest reads so', async () => {
  const { openid, home, left, claim } = await guestWithCard()
  const before = await left()
  const claimed = await claim()
  if (!claimed.ok) throw new Error(claimed.refusal)
  const { code } = claimed.data.redemption
  expect(await product.told(CASHIER, 'cashier', 'inspectCode', { code })).toMatchObject({
    points: 0,
    stamps: 3,
  })
  const question = { key: key(), code, reason: '今天卖完了' }
  const first = await product.ask(CASHIER, 'cashier', 'reverseClaim', question)
  expect(first).toMatchObject({ ok: true, data: { points: 0, repaid: 0, stamps: 3, expiresOn: null } })
  expect(await product.ask(CASHIER, 'cashier', 'reverseClaim', question)).toEqual(first)
  expect([(await home()).stampCard?.stamps, await left()]).toEqual([3, before])
  const { letters } = await product.told(openid, 'member', 'inbox', {})
  expect(letters[0]?.news).toMatchObject({ kind: 'returned', points: 0, stamps: 3 })
  expect(await claim()).toMatchObject({ ok: true })
})

test('CAMP-09, I8: a bill loses its stamp with the part that leaves it too little, and a spent one is owed', async () => {
  const { pay, home, claim } = await guest()
  const { bill } = await pay(5_000)
  for (const amount of [3_000, 3_000]) await pay(amount)
  expect(await claim()).toMatchObject({ ok: true })
  const stamps = async () => (await home()).stampCard?.stamps
  expect(await reverse(bill, 2_000)).toMatchObject({ ok: true, data: { unstamped: false } })
  expect(await stamps()).toBe(0)
  const asked = { bill, amount: 1 }
  const preview = await product.told(MANAGER, 'cashier', 'previewReversal', asked)
  expect(preview.unstamped).toBe(true)
  expect(await reverse(bill, 1)).toMatchObject({ ok: true, data: { unstamped: true } })
  expect(await reverse(bill, 2_999)).toMatchObject({ ok: true, data: { left: 0, unstamped: false } })
  expect(await stamps()).toBe(-1)
  expect(await pay(3_000)).toMatchObject({ stamped: { stamps: 0, of: 3 } })
})

test('CAMP-09, POS-01: a bill of the till earns its stamp, and its refund takes it back', async () => {
  const { openid, home } = await guest()
  const branch = (await product.branches()).find(({ _id }) => _id === 'jingan')
  if (branch === undefined) throw new Error('the sample restaurant has this branch')
  const till = { url: product.cloud.url, branch: branch._id, key: branch.tillKey }
  const member = memberIdOf(product.secret, openid)
  const order_id = `S-${key().slice(0, 8)}`
  const paid_at = instantOf(new Date())
  await sendToHouse(till, { orders: [{ order_id, paid_at, amount_fen: 3_000, member }] })
  expect((await home()).stampCard?.stamps).toBe(1)
  await sendToHouse(till, { refunds: [{ refund_id: '1', order_id, amount_fen: 3_000 }] })
  expect((await home()).stampCard?.stamps).toBe(0)
})

test('CAMP-09, RISK-04: who is barred claims nothing, and keeps his stamps', async () => {
  const { openid, home, claim } = await guestWithCard()
  const member = memberIdOf(product.secret, openid)
  const asked = { key: key(), member, days: null, reason: 'FALSE_BILLS', note: '同一桌五张单' } as const
  await product.told(MANAGER, 'manager', 'bar', asked)
  expect(await claim()).toEqual(no('BARRED'))
  expect((await home()).stampCard?.stamps).toBe(3)
})
