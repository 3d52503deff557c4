import { openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

test('F9: a phone cannot run the jobs; the timer can', async () => {
  const tick = { Type: 'Timer', TriggerName: 'tick' }
  expect(await product.cloud.invoke('jobs', tick, { openid: 'somebody' })).toEqual({
    ok: false,
    refusal: 'FORBIDDEN',
  })
  expect(await product.cloud.invoke('jobs', tick)).toEqual({ ok: true, expired: 0, swept: 0, stock: 0 })
})

test('F9: a phone cannot speak as a till without its key', async () => {
  const forged = { path: '/pos/orders', httpMethod: 'POST', headers: { 'x-branch': 'jingan' }, body: '{}' }
  expect(await product.cloud.invoke('pos', forged, { openid: 'somebody' })).toMatchObject({ statusCode: 400 })
})
