import { randomUUID } from 'node:crypto'
import type { MemberId } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { sendOrders } from '../../local/restaurant/till'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const no = (refusal: string) => ({ ok: false, refusal })

/** Somebody with 100 points. */
async function guest(openid = `barred-${key()}`) {
  const { member } = await product.told(openid, 'member', 'join', { key: key() })
  return { openid, member: member as MemberId }
}
const bar = (who: string, member: MemberId, own = key()) =>
  product.ask(who, 'manager', 'bar', { key: own, member, reason: 'CASH_OUT', note: '多次卖券', days: 30 })
const lift = (who: string, member: MemberId) =>
  product.ask(who, 'manager', 'liftBar', { key: key(), member, note: '查清了' })
const claim = (openid: string) => product.ask(openid, 'mall', 'claim', { key: key(), reward: 'side-dish' })
const checkIn = (openid: string) => product.ask(openid, 'engagement', 'checkIn', { key: key() })

async function visit(openid: string) {
  const { code } = await product.told(openid, 'member', 'code', {})
  return (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })).guest
}
async function card(openid: string) {
  const home = await product.told(openid, 'member', 'home', {})
  if (!home.joined) throw new Error('he has joined')
  return home
}
async function tillTells(member: MemberId, order_id: string) {
  const [branch] = (await product.branches()).filter(({ _id }) => _id === 'jingan')
  if (branch === undefined) throw new Error('the sample restaurant has this branch')
  const order = { order_id, paid_at: instantOf(new Date()), amount_fen: 5_000, member }
  const till = { url: product.cloud.url, branch: branch._id, key: branch.tillKey }
  return (await sendOrders(till, [order]))[0]
}

test('RISK-04: who is barred earns and claims nothing, keeps what he has, and reads why', async () => {
  const { openid, member } = await guest()
  const claimed = await product.told(openid, 'mall', 'claim', { key: key(), reward: 'side-dish' })
  expect(await bar(MANAGER, member)).toMatchObject({ ok: true })
  expect(await claim(openid)).toEqual(no('BARRED'))
  expect(await checkIn(openid)).toEqual(no('BARRED'))
  expect(await product.ask(openid, 'points', 'calculate', { amount: 5_000 })).toEqual(no('BARRED'))

  const { visit: token, barred } = await visit(openid)
  expect(barred).toBe(true)
  const bill = { visit: token, amount: 5_000 }
  expect(await product.ask(CASHIER, 'cashier', 'previewBill', bill)).toEqual(no('MEMBER_BARRED'))
  expect(await product.ask(CASHIER, 'cashier', 'settleBill', { key: key(), ...bill })).toEqual(
    no('MEMBER_BARRED'),
  )
  expect(await tillTells(member, 'barred-1')).toMatchObject({ ok: false, refusal: 'MEMBER_BARRED' })

  const { balance, barred: told, keeps, latest } = await card(openid)
  expect([balance, told?.reason, keeps]).toEqual([claimed.balance, '用积分套现：多次卖券', 'frozen'])
  expect(latest[0]?.entry).toMatchObject({ type: 'MemberBarred', by: expect.any(String) })
  const { letters } = await product.told(openid, 'member', 'inbox', {})
  expect(letters[0]?.news).toMatchObject({ kind: 'barred', reason: '用积分套现：多次卖券' })
  const used = { key: key(), code: claimed.redemption.code }
  expect(await product.ask(CASHIER, 'cashier', 'redeemCode', used)).toMatchObject({ ok: true })
})

test('RISK-04: lifted he earns and claims as before, and a bill that was refused can be settled', async () => {
  const { openid, member } = await guest()
  await bar(MANAGER, member)
  expect(await lift(OWNER, member)).toMatchObject({ ok: true })
  expect(await lift(OWNER, member)).toEqual(no('NOT_BARRED'))
  expect((await card(openid)).barred).toBeNull()
  expect(await checkIn(openid)).toMatchObject({ ok: true })
  expect(await claim(openid)).toMatchObject({ ok: true })
  const { visit: token } = await visit(openid)
  const bill = { key: key(), visit: token, amount: 5_000 }
  expect(await product.ask(CASHIER, 'cashier', 'settleBill', bill)).toMatchObject({ ok: true })
})

test('RISK-04, I5: the number of a bill that was refused is free at once for the guest who pays instead', async () => {
  const [barred, payer] = [await guest(), await guest()]
  await bar(MANAGER, barred.member)
  const bill = { amount: 5_000, billNo: 'refused-1' }
  const settle = async ({ openid }: { openid: string }) => {
    const { visit: token } = await visit(openid)
    return product.ask(CASHIER, 'cashier', 'settleBill', { key: key(), visit: token, ...bill })
  }
  expect(await settle(barred)).toEqual(no('MEMBER_BARRED'))
  expect(await settle(payer)).toMatchObject({ ok: true })
  await lift(MANAGER, barred.member)
  expect(await settle(barred)).toEqual(no('BILL_ALREADY_SETTLED'))
})

test('RISK-04: asked again by one tap it is one bar; another one is told that he is barred', async () => {
  const { member } = await guest()
  const own = key()
  const first = await bar(MANAGER, member, own)
  expect(await bar(MANAGER, member, own)).toEqual(first)
  expect(await bar(OWNER, member)).toEqual(no('ALREADY_BARRED'))
  expect(await bar(MANAGER, 'M0000000000000000' as MemberId)).toEqual(no('MEMBER_NOT_FOUND'))
})

test('RISK-04, SEC-02, SEC-03: managers do it, not to themselves, and each time is in the trail', async () => {
  const { member: own } = await guest(MANAGER)
  const { member } = await guest()
  expect(await bar(MANAGER, own)).toEqual(no('OWN_ACCOUNT'))
  expect(await bar(OWNER, own)).toMatchObject({ ok: true })
  expect(await lift(MANAGER, own)).toEqual(no('OWN_ACCOUNT'))
  expect(await bar(CASHIER, member)).toEqual(no('FORBIDDEN'))
  await bar(MANAGER, member)
  const { members } = await product.told(OWNER, 'manager', 'barred', {})
  expect(members.map((one) => one.member)).toEqual(expect.arrayContaining([member, own]))
  const { actions } = await product.told(OWNER, 'manager', 'trail', { procedure: 'manager.bar', member: own })
  expect(actions.map(({ outcome, subject }) => [outcome, subject])).toEqual([
    ['ok', '多次卖券'],
    ['OWN_ACCOUNT', '多次卖券'],
  ])
})
