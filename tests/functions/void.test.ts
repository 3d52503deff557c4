import { randomUUID } from 'node:crypto'
import type { Redemption } from '../../core/store/redemption'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const no = (refusal: string) => ({ ok: false, refusal })
const REASON = '今天卖完了'

/** A guest with points for it, and the code of what he claimed. */
async function claimed(reward: string, yuan = 0) {
  const openid = `void-${key()}`
  await product.told(openid, 'member', 'join', { key: key() })
  if (yuan > 0) {
    const { code } = await product.told(openid, 'member', 'code', {})
    const { visit } = (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })).guest
    await product.told(CASHIER, 'cashier', 'settleBill', { key: key(), visit, amount: yuan * 100 })
  }
  const before = await left(reward, openid)
  const asked = { key: key(), reward }
  const { redemption, balance } = await product.told(openid, 'mall', 'claim', asked)
  return { openid, code: redemption.code, points: redemption.points, balance, before }
}

/** How many of a reward are left. */
async function left(reward: string, openid: string): Promise<number | null> {
  const { offers } = await product.told(openid, 'mall', 'list', {})
  return offers.find(({ id }) => id === reward)?.left ?? null
}

const takeBack = (who: string, code: string, own = key(), reason = REASON) =>
  product.ask(who, 'cashier', 'reverseClaim', { key: own, code, reason })
const redeem = (who: string, code: string) => product.ask(who, 'cashier', 'redeemCode', { key: key(), code })

test('I6: a void code gives its points back once, is not good any more, and its guest reads why', async () => {
  const { openid, code, points, balance } = await claimed('side-dish')
  const own = key()
  const first = await takeBack(CASHIER, code, own)
  expect(first).toMatchObject({ ok: true, data: { points, repaid: 0, balance: balance + points } })
  expect(await takeBack(CASHIER, code, own)).toEqual(first)
  expect(await takeBack(CASHIER, code, own, '点错了')).toEqual(no('KEY_REUSED'))
  expect(await takeBack(MANAGER, code)).toEqual(no('CODE_VOID'))
  expect(await redeem(CASHIER, code)).toEqual(no('CODE_VOID'))

  expect(await product.told(openid, 'mall', 'list', {})).toMatchObject({
    balance: balance + points,
    openCodes: 0,
  })
  const { redemption } = await product.told(openid, 'mall', 'redemption', { code })
  expect(redemption).toMatchObject({
    status: 'void',
    voided: { branchName: '静安店', by: '小李', reason: REASON },
  })
  const { lines } = await product.told(openid, 'points', 'ledger', { kind: 'reverse' })
  expect(lines).toMatchObject([
    { delta: points, entry: { type: 'ClaimReversed', reason: REASON, by: '小李' } },
  ])
  const { letters } = await product.told(openid, 'member', 'inbox', {})
  expect(letters[0]?.news).toMatchObject({ kind: 'returned', points, reason: REASON })
  const seen = await product.told(MANAGER, 'cashier', 'inspectCode', { code })
  expect(seen).toMatchObject({ status: 'void', voided: { by: '小李' } })
  const { actions } = await product.told(MANAGER, 'manager', 'trail', { procedure: 'cashier.reverseClaim' })
  expect(actions.filter(({ subject }) => subject === code.slice(-4)).map(({ outcome }) => outcome)).toEqual([
    'CODE_VOID',
    'KEY_REUSED',
    'ok',
  ])
})

test('I7: a finite reward is back on its shelf, once, however often it is asked', async () => {
  const { openid, code, before } = await claimed('dessert', 100)
  expect(await left('dessert', openid)).toBe((before ?? 0) - 1)
  const own = key()
  await Promise.all([takeBack(CASHIER, code, own), takeBack(CASHIER, code, own), takeBack(MANAGER, code)])
  await takeBack(CASHIER, code, own)
  expect(await left('dessert', openid)).toBe(before)
})

test('I6: of who redeems a code and who makes it void at one moment one is first, and the other is told', async () => {
  for (let n = 0; n < 6; n++) {
    const { openid, code, points, balance } = await claimed('side-dish')
    const [used, back] = await Promise.all([redeem(CASHIER, code), takeBack(MANAGER, code)])
    expect([used.ok, back.ok].filter(Boolean)).toHaveLength(1)
    expect(used.ok ? back : used).toEqual(no(used.ok ? 'CODE_USED' : 'CODE_VOID'))
    const { balance: now } = await product.told(openid, 'mall', 'list', {})
    expect(now).toBe(used.ok ? balance : balance + points)
  }
})

test('a redeemed code is not taken back, nor one that has expired: a person adjusts points instead', async () => {
  const eaten = await claimed('side-dish')
  await redeem(CASHIER, eaten.code)
  expect(await takeBack(MANAGER, eaten.code)).toEqual(no('CODE_USED'))
  const late = await claimed('side-dish')
  const question = { key: key(), code: late.code, reason: REASON }
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)
  expect(await product.ask(CASHIER, 'cashier', 'reverseClaim', question, inDays(31))).toEqual(
    no('CODE_EXPIRED'),
  )
  expect(await product.ask(CASHIER, 'cashier', 'reverseClaim', question, inDays(29))).toMatchObject({
    ok: true,
  })
})

test.each([
  [CASHIER, 20_000, null],
  [CASHIER, 20_001, 'REVERSAL_ABOVE_LIMIT'],
  [MANAGER, 20_001, null],
  [OWNER, 20_001, null],
])('SEC-03: %s takes back a claim worth %i fen: %s', async (who, worth, refusal) => {
  const { code } = await claimed('side-dish')
  const _ = product.db.command
  const own = { _id: _.eq(code) }
  await product.db
    .collection('redemptions')
    .where(own)
    .update({ worth: _.set(worth) })
  expect(await takeBack(who, code)).toMatchObject(refusal === null ? { ok: true } : no(refusal))
})

test('a code for other branches only is taken back there', async () => {
  const { code } = await claimed('side-dish')
  const _ = product.db.command
  const own = { _id: _.eq(code) }
  await product.db
    .collection('redemptions')
    .where(own)
    .update({ branches: _.set(['xuhui']) })
  expect(await takeBack(CASHIER, code)).toEqual(no('CODE_OF_ANOTHER_BRANCH'))
})

test.each([
  ['nonsense', 'CODE_NOT_UNDERSTOOD'],
  ['HTR.0000.0000000000000000', 'CODE_FROM_ANOTHER_RESTAURANT'],
  ['0000000000000000', 'CODE_NOT_FOUND'],
])('what is no code of the house, %s, is answered %s', async (code, refusal) => {
  expect(await takeBack(MANAGER, code)).toEqual(no(refusal))
})

test('I8: what comes back pays a debt first', async () => {
  const openid = `void-${key()}`
  await product.told(openid, 'member', 'join', { key: key() })
  const { code: shown } = await product.told(openid, 'member', 'code', {})
  const { visit } = (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code: shown })).guest
  const bill = key()
  await product.told(CASHIER, 'cashier', 'settleBill', { key: bill, visit, amount: 20_000 })
  const { redemption } = await product.told(openid, 'mall', 'claim', { key: key(), reward: 'signature-dish' })
  const reversal = { key: key(), bill, amount: 20_000, reason: '菜品退换' }
  const { debt } = await product.told(MANAGER, 'cashier', 'reverseBill', reversal)
  const back = await takeBack(MANAGER, redemption.code)
  expect(back).toMatchObject({ ok: true, data: { points: redemption.points, repaid: debt } })
  const home = await product.told(openid, 'member', 'home', {})
  expect(home).toMatchObject({ debt: 0, balance: redemption.points - debt })
  const kept = await product.db.collection('redemptions').doc(redemption.code).get()
  expect((kept.data as Redemption[])[0]).toMatchObject({ openSince: 0 })
})
