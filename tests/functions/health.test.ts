import { randomUUID } from 'node:crypto'
import { instantOf } from '../../core/domain/calendar'
import { sendOrders } from '../../local/restaurant/till'
import { traceOf } from '../bench/count-calls'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const healthOf = async (procedure: string) => {
  const { procedures } = await product.told(MANAGER, 'manager', 'health', {})
  return procedures.find((one) => one.procedure === procedure)
}

test('OPS-01: what was asked is counted, with what it cost', async () => {
  await product.told('guest', 'member', 'join', { key: randomUUID() })
  const health = await healthOf('member.join')
  expect(health).toMatchObject({ today: { calls: 1, refused: 0, failed: 0 }, week: { calls: 1 } })
  expect(health?.today.roundTrips).toBeGreaterThan(1)
})

test('a till is counted as well', async () => {
  const [branch] = await product.branches()
  const till = { url: product.cloud.url, branch: branch?._id ?? '', key: branch?.tillKey ?? '' }
  await sendOrders(till, [{ order_id: 'A-1', paid_at: instantOf(new Date()), amount_fen: 5000 }])
  expect(await healthOf('pos.orders')).toMatchObject({ today: { calls: 1, failed: 0 } })
})

test('the calls that follow within the minute cost nothing more', async () => {
  const { calls } = await traceOf(product, () => product.told('guest', 'member', 'home', {}))
  expect(calls.map(({ collection }) => collection)).not.toContain('health')
})

test('an invented procedure is counted nowhere', async () => {
  await product.cloud.invoke('mall', { procedure: 'x.y.$inc', input: {} }, { openid: 'guest' })
  await product.told('guest', 'mall', 'list', {})
  expect((await healthOf('mall.list'))?.today.calls).toBe(1)
  const { procedures } = await product.told(MANAGER, 'manager', 'health', {})
  expect(procedures.map(({ procedure }) => procedure)).not.toContain('mall.x.y.$inc')
})

test('who is no manager is not told', async () => {
  expect(await product.ask(CASHIER, 'manager', 'health', {})).toEqual({ ok: false, refusal: 'FORBIDDEN' })
})
