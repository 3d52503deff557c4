import { randomUUID } from 'node:crypto'
import { sampleFurniture } from '../../local/restaurant/sample'
import { CASHIER, openProduct, type Product } from '../open-product'

const key = randomUUID
const WHO = 'a guest who would have it twice'
let product: Product
/** A house where nobody has more than one side dish a day. */
beforeAll(async () => {
  const { program } = sampleFurniture
  const rewards = program.rewards.map((one) => (one.id === 'side-dish' ? { ...one, perDay: 1 } : one))
  product = await openProduct([], { ...sampleFurniture, program: { ...program, rewards } })
})
afterAll(() => product.close())

const claim = (mine = key()) => product.ask(WHO, 'mall', 'claim', { key: mine, reward: 'side-dish' })
const offer = async () =>
  (await product.told(WHO, 'mall', 'list', {})).offers.find(({ id }) => id === 'side-dish')

test('RISK-10, COST-08: one a day, told before the tap; asked again the same; what is void leaves its place', async () => {
  await product.told(WHO, 'member', 'join', { key: key() })
  expect(await offer()).toMatchObject({ perDay: 1, leftToday: 1, affordable: true })
  const mine = key()
  const first = await claim(mine)
  if (!first.ok) throw new Error(first.refusal)
  expect(await claim(mine)).toEqual(first)
  expect(await offer()).toMatchObject({ leftToday: 0, affordable: false, missing: 0 })
  const no = { ok: false, refusal: 'DAILY_LIMIT_REACHED' }
  expect(await claim()).toEqual(no)

  const { code } = first.data.redemption
  await product.told(CASHIER, 'cashier', 'reverseClaim', { key: key(), code, reason: '今天卖完了' })
  expect(await offer()).toMatchObject({ leftToday: 1, affordable: true })
  const both = await Promise.all([claim(), claim()])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.filter(({ ok }) => !ok)).toEqual([no])
  expect((await product.told(WHO, 'mall', 'list', {})).balance).toBe(50)
})
