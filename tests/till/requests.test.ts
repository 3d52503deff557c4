import { randomUUID } from 'node:crypto'
import { tillSignature } from '../../cloudfunctions/pos/check-signature'
import { NOON, type OpenTill, type Otherwise, openTill, order, secondsAfter } from './open-till'

let till: OpenTill
const logs: string[] = []
beforeAll(async () => {
  till = await openTill(logs)
})
afterAll(() => till.close())
afterEach(() => {
  expect(logs.filter((line) => line.includes('"at":"bug"'))).toEqual([])
})

const bill = () => JSON.stringify(order())
const wrongKey = 'f'.repeat(48)

/** Whatever was refused: a correct request is answered by the same process afterwards. */
const expectAlive = async () => expect(await till.send(order())).toMatchObject({ status: 200 })

test.each<[string, Otherwise]>([
  ['of another key', { key: wrongKey }],
  ['of another branch', { headers: { 'x-branch': 'xuhui' } }],
  ['of no branch of ours', { branch: 'nowhere', key: wrongKey }],
  ['over another nonce', { headers: { 'x-nonce': randomUUID() } }],
  ['over another time', { headers: { 'x-timestamp': String(NOON.getTime() / 1000 + 1) } }],
  ['that is too short', { headers: { 'x-signature': 'abc' } }],
  ['that is empty', { headers: { 'x-signature': '' } }],
  ['in other letters', { headers: { 'x-signature': 'é'.repeat(64) } }],
])('a signature %s is refused', async (_what, otherwise) => {
  expect(await till.send(bill(), otherwise)).toEqual({ status: 401, body: { error: 'BAD_SIGNATURE' } })
  await expectAlive()
})

test('a body that was changed on its way is refused', async () => {
  const sent = order()
  const [branch] = await till.branches()
  const timestamp = String(NOON.getTime() / 1000)
  const nonce = randomUUID()
  const signature = tillSignature(branch?.tillKey ?? '', timestamp, nonce, JSON.stringify(sent))
  const headers = { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature }
  const changed = { ...sent, amount_fen: 999_900 }
  expect(await till.send(changed, { branch: branch?._id ?? '', headers })).toMatchObject({ status: 401 })
  expect(await till.send(sent, { branch: branch?._id ?? '', headers })).toMatchObject({ status: 200 })
})

test.each([
  ['5 min slow', -300, 200],
  ['5 min and 1 s slow', -301, 401],
  ['5 min fast', 300, 200],
  ['5 min and 1 s fast', 301, 401],
])('a till whose clock is %s is answered: %p s → %p', async (_how, seconds, status) => {
  const answer = await till.send(bill(), { tillClock: secondsAfter(NOON, seconds) })
  expect(answer.status).toBe(status)
  if (status === 401) expect(answer.body).toEqual({ error: 'STALE_TIMESTAMP' })
})

test('a nonce serves once, and only once for each of two at the same moment', async () => {
  const nonce = randomUUID()
  const both = await Promise.all([till.send(bill(), { nonce }), till.send(bill(), { nonce })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await till.send(bill(), { nonce })).toEqual({ status: 409, body: { error: 'NONCE_REUSED' } })
  expect(await till.send(bill(), { nonce, branch: 'xuhui' })).toMatchObject({ status: 200 })
})

test('a nonce of a request that was not signed is not spent', async () => {
  const nonce = randomUUID()
  await till.send(bill(), { nonce, key: wrongKey })
  expect(await till.send(bill(), { nonce })).toMatchObject({ status: 200 })
})

test.each<[string, Record<string, string>]>([
  ['no time', { 'x-timestamp': '' }],
  ['milliseconds', { 'x-timestamp': String(NOON.getTime()) }],
  ['a time in words', { 'x-timestamp': '2026-03-04' }],
  ['no nonce', { 'x-nonce': '' }],
  ['a short nonce', { 'x-nonce': 'fifteen-letters' }],
  ['a nonce of 65', { 'x-nonce': 'n'.repeat(65) }],
  ['a nonce with operators', { 'x-nonce': '{"$gt":"aaaaaaaaaaa"}' }],
])('a request with %s is refused', async (_what, headers) => {
  expect(await till.send(bill(), { headers })).toEqual({ status: 400, body: { error: 'BAD_REQUEST' } })
})

const good = order()
const raw = (text: string) => text.replace('ID', order().order_id)

test.each<[string, unknown]>([
  ['nothing', ''],
  ['no JSON', '{"order_id": '],
  ['a list', [good]],
  ['text', '"hello"'],
  ['null', 'null'],
  ['an empty object', {}],
  ['an empty batch', { orders: [] }],
  ['101 orders', { orders: Array.from({ length: 101 }, () => order()) }],
  ['a batch that is no list', { orders: good }],
  ['a batch with one bad order', { orders: [order(), { ...order(), amount_fen: '3250' }] }],
  ['a batch and an order', { ...good, orders: [order()] }],
  ['an extra key', { ...good, tip: 1 }],
  ['an extra key in a batch', { orders: [{ ...good, tip: 1 }] }],
  [
    '__proto__ in an order',
    raw('{"order_id":"ID","paid_at":"2026-03-04T12:00:00+08:00","amount_fen":1,"__proto__":{"a":1}}'),
  ],
  [
    '__proto__ for an order',
    '{"__proto__":{"order_id":"X","paid_at":"2026-03-04T12:00:00+08:00","amount_fen":1}}',
  ],
  ['an operator for a number', order({ order_id: { $gt: '' } })],
  ['an operator for a member', order({ member: { $ne: null } })],
  ['an operator for an amount', order({ amount_fen: { $inc: 1 } })],
  ['a number with a dollar', order({ order_id: '$where' })],
  ['a number with a slash', order({ order_id: 'a/b' })],
  ['a number of 65 letters', order({ order_id: 'a'.repeat(65) })],
  ['an empty number', order({ order_id: '' })],
  ['a number that is one', order({ order_id: 17 })],
  ['no number', { ...good, order_id: undefined }],
  ['no time', { ...good, paid_at: undefined }],
  ['no amount', { ...good, amount_fen: undefined }],
  ['an amount in words', order({ amount_fen: '3250' })],
  ['yuan', order({ amount_fen: 32.5 })],
  ['less than nothing', order({ amount_fen: -1 })],
  [
    'minus nothing',
    raw(
      '{"order_id":"ID","paid_at":"2026-03-04T12:00:00+08:00","amount_fen":-0,"member":"M0000000000000000"}',
    ),
  ],
  ['more than 200 000 yuan', order({ amount_fen: 20_000_001 })],
  ['more than a number can be', '{"order_id":"A","paid_at":"2026-03-04T12:00:00+08:00","amount_fen":1e999}'],
  ['a time without its zone', order({ paid_at: '2026-03-04T12:00:00' })],
  ['a day that is none', order({ paid_at: '2026-02-30T12:00:00+08:00' })],
  ['a time that is a number', order({ paid_at: NOON.getTime() })],
  ['an empty member', order({ member: '' })],
  ['a member of 201 letters', order({ member: 'x'.repeat(201) })],
  ['null for no member', order({ member: null })],
])('a body that is %s is refused, and nothing of it is credited', async (_what, body) => {
  expect(await till.send(body)).toEqual({ status: 400, body: { error: 'BAD_REQUEST' } })
  await expectAlive()
})

test('nothing was polluted by any of it', () => {
  expect(({} as { a?: number }).a).toBeUndefined()
})

test('an order of the largest and of the smallest kind is taken', async () => {
  const orders = [order({ order_id: 'z'.repeat(64), amount_fen: 20_000_000 }), order({ order_id: '0' })]
  expect(await till.results(orders)).toMatchObject([{ ok: true }, { ok: true }])
})

test.each([
  ['another path', { path: '/pos/other' }, 404, 'NOT_FOUND'],
  ['a path below', { path: '/pos/orders/1' }, 404, 'NOT_FOUND'],
  ['GET', { method: 'GET' }, 405, 'METHOD_NOT_ALLOWED'],
  ['PUT', { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
])('%s is refused', async (_what, otherwise, status, error) => {
  expect(await till.send(bill(), otherwise)).toEqual({ status, body: { error } })
})

test('a body of more than 6 MB is refused before anything reads it', async () => {
  expect((await till.send(JSON.stringify(order({ member: 'x'.repeat(6 * 2 ** 20) })))).status).toBe(413)
  await expectAlive()
})

test('a body sent as bytes is the same body', async () => {
  const headers = { 'content-type': 'application/octet-stream' }
  expect(await till.send(bill(), { headers })).toMatchObject({ status: 200 })
})

test.each([
  ['nothing', {}],
  ['no headers', { path: '/pos/orders', httpMethod: 'POST', body: '{}' }],
  ['headers that are none', { path: '/pos/orders', httpMethod: 'POST', headers: { 'x-nonce': { a: 1 } } }],
  [
    'a body that is none',
    { path: '/pos/orders', httpMethod: 'POST', headers: {}, body: 7, isBase64Encoded: true },
  ],
])('F9: a phone that calls the function itself with %s is refused', async (_what, event) => {
  const reply = (await till.cloud.invoke('pos', event, { openid: 'somebody' })) as { statusCode: number }
  expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  expect(reply.statusCode).toBeLessThan(500)
})
