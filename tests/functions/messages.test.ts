import { randomUUID } from 'node:crypto'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'
import { readEverything } from '../read-everything'

let product: Product
const logs: string[] = []
beforeAll(async () => {
  product = await openProduct(logs)
})
afterAll(() => product.close())

const MINUTE = 60_000
const tick = (minutes = 0) =>
  product.cloud.invoke('jobs', { audit: 'again' }, { clock: new Date(Date.now() + minutes * MINUTE) })
const sent = () => product.cloud.messages.list()
const allowMessages = (openid: string, key: string = randomUUID()) =>
  product.ask(openid, 'manager', 'allowMessages', { key, template: 'alarm' })
const messages = async () => (await product.told(MANAGER, 'manager', 'alarms', {})).messages

/** Somebody whose account does not add up. */
async function spoiled(openid: string) {
  const { member } = await product.told(openid, 'member', 'join', { key: randomUUID() })
  const _ = product.db.command
  await product.db
    .collection('members')
    .where({ _id: _.eq(member) })
    .update({ 'account.lots': _.set([{ expiresOn: '2099-01-01', left: 700 }]) })
}

test('OPS-01: a manager who allowed it is sent a message of what was found, once', async () => {
  expect(await messages()).toEqual({ template: 'alarm', templateId: 'alarm', left: 0 })
  await spoiled('first')
  await tick()
  expect(sent()).toEqual([])

  product.cloud.messages.allow(MANAGER, 'alarm')
  const key = randomUUID()
  expect(await allowMessages(MANAGER, key)).toEqual({ ok: true, data: { left: 1 } })
  expect(await allowMessages(MANAGER, key)).toEqual({ ok: true, data: { left: 1 } })
  expect(await tick()).toMatchObject({ ok: true, messages: 1 })
  expect(sent()).toMatchObject([
    {
      kind: 'subscribeMessage',
      touser: MANAGER,
      templateId: 'alarm',
      page: 'staff/alarms/alarms',
      data: { thing1: { value: '余额和明细对不上' }, number3: { value: '1' } },
    },
  ])
  expect((await messages()).left).toBe(0)
  for (const minutes of [1, 20, 200]) await tick(minutes)
  expect(sent()).toHaveLength(1)
})

test('43101: what WeChat does not know of is not counted any more', async () => {
  await allowMessages(MANAGER)
  await allowMessages(MANAGER)
  expect((await messages()).left).toBe(2)
  await spoiled('second')
  expect(await tick(30)).toMatchObject({ ok: true, messages: 0 })
  expect((await messages()).left).toBe(0)
  expect(sent()).toHaveLength(1)
})

test('only managers can ask to be told', async () => {
  for (const openid of [CASHIER, 'first', 'nobody'])
    expect(await allowMessages(openid)).toEqual({ ok: false, refusal: 'FORBIDDEN' })
})

test('F9: an openid is kept sealed only, and gone with the last consent', async () => {
  await allowMessages(MANAGER)
  const kept = await readEverything(product.db)
  expect(kept).toMatch(/"address":"1\./)
  expect(kept + logs.join()).not.toContain(MANAGER)
  await tick(60)
  expect(await readEverything(product.db)).not.toMatch(/"address":"/)
})
