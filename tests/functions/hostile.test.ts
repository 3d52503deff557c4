import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { contract } from '../../core/contract'
import { almost } from '../fuzz/almost'
import { type Known, valid } from '../fuzz/from-schema'
import { hostile } from '../fuzz/hostile'
import { procedures, specOf } from '../fuzz/judge'
import { writeJson } from '../fuzz/write-json'
import { openProduct, type Product } from '../open-product'
import { readEverything } from '../read-everything'

let product: Product
let token: string
beforeAll(async () => {
  product = await openProduct()
  const response = await fetch(`${product.cloud.url}/wx/session`, {
    method: 'POST',
    body: JSON.stringify({ openid: 'hostile' }),
  })
  token = ((await response.json()) as { token: string }).token
  await product.told('hostile', 'member', 'join', { key: randomUUID() })
})
afterAll(() => product.close())

/** What a phone that is not ours may put on the wire, letter by letter. */
async function post(body: string, authorization = `Bearer ${token}`) {
  const response = await fetch(`${product.cloud.url}/wx/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body,
  })
  const { result, error } = (await response.json()) as {
    result?: { ok: boolean; refusal?: string }
    error?: { code: string }
  }
  return { status: response.status, result, code: error?.code }
}

/** Whatever it was answered: nothing was written, and the next honest question gets its answer. */
async function withoutTrace<T>(attack: () => Promise<T>): Promise<T> {
  const before = await readEverything(product.db, 'health')
  const answer = await attack()
  expect(await readEverything(product.db, 'health')).toBe(before)
  expect(await product.told('hostile', 'member', 'home', {})).toMatchObject({ joined: true, balance: 100 })
  return answer
}

const key = '4f9d2c1e-8a7b-4c3d-9e0f-1a2b3c4d5e6f'
const call = (name: string, procedure: unknown, input: unknown) =>
  JSON.stringify({ name, data: { procedure, input } })

const badRequests: [what: string, body: string][] = [
  ['an operator for a key', call('mall', 'claim', { key: { $gt: '' }, reward: 'drink' })],
  ['an operator for a reward', call('mall', 'claim', { key, reward: { $gt: '' } })],
  ['an operator for a table', call('member', 'sit', { branch: { $ne: null }, table: '5' })],
  ['an operator for a code', call('mall', 'redemption', { code: { $gt: '' } })],
  ['an operator for a number', call('points', 'arrivals', { since: { $gt: 0 } })],
  ['a pattern for a month', call('points', 'ledger', { month: { $regex: '.*' } })],
  ['an operator in place of the input', call('mall', 'claim', { $set: { balance: 1_000_000 } })],
  ['an operator that looks like the SDK’s', call('mall', 'claim', { key, reward: { _internalType: {} } })],
  [
    'a prototype',
    `{"name":"member","data":{"procedure":"setProfile","input":{"key":"${key}","name":"甲","__proto__":{"admin":true}}}}`,
  ],
  [
    'a constructor',
    call('member', 'setProfile', { key, name: '甲', constructor: { prototype: { admin: true } } }),
  ],
  ['a balance of his own', call('member', 'setProfile', { key, name: '甲', balance: 99_999 })],
  ['another member', call('mall', 'claim', { key, reward: 'drink', member: 'M0000000000000000' })],
  ['a number for a key', call('mall', 'claim', { key: 1, reward: 'drink' })],
  ['a key that is no uuid', call('mall', 'claim', { key: 'again', reward: 'drink' })],
  ['a list for an input', call('mall', 'claim', [key, 'drink'])],
  ['a text for an input', call('mall', 'claim', 'drink')],
  ['no input', call('mall', 'claim', null)],
  ['no event', JSON.stringify({ name: 'member', data: null })],
  ['a fraction', call('points', 'arrivals', { since: 0.5 })],
  ['a number beyond all', call('points', 'arrivals', { since: 1e308 })],
  ['a negative number', call('points', 'ledger', { before: -1 })],
  ['a name of control characters', call('member', 'setProfile', { key, name: 'a\u0000b\u202e' })],
  ['a name of half a character', call('member', 'setProfile', { key, name: '\ud800' })],
  ['a day that does not exist', call('member', 'setProfile', { key, birthday: '02-30' })],
  ['no procedure', call('member', undefined, {})],
  ['an unknown procedure', call('member', 'transfer', {})],
  ['a procedure of every object', call('member', 'toString', {})],
  ['the prototype for a procedure', call('member', '__proto__', {})],
  ['the constructor for a procedure', call('member', 'constructor', {})],
  ['a list for a procedure', call('member', ['home'], {})],
  ['a text for an event', JSON.stringify({ name: 'member', data: 'home' })],
  ['a list for an event', JSON.stringify({ name: 'member', data: ['home'] })],
  ['deep nesting', call('member', 'setProfile', { key, name: nest(400) })],
  ['five megabytes of name', call('member', 'setProfile', { key, name: '吃'.repeat(1_700_000) })],
]

function nest(depth: number): unknown {
  let inner: unknown = 1
  for (let level = 0; level < depth; level++) inner = { $and: [inner] }
  return inner
}

test.each(badRequests)('%s is a BAD_REQUEST and leaves no trace', async (_what, body) => {
  const answer = await withoutTrace(() => post(body))
  expect(answer).toEqual({
    status: 200,
    result: { ok: false, refusal: 'BAD_REQUEST' },
    code: undefined,
  })
})

const platformErrors: [what: string, body: string, status: number, code: string][] = [
  ['a function nobody has', call('bank', 'open', {}), 404, 'FUNCTION_NOT_FOUND'],
  ['a function of every object', call('constructor', 'open', {}), 404, 'FUNCTION_NOT_FOUND'],
  ['a path for a function', call('../cloudfunctions/member', 'home', {}), 404, 'FUNCTION_NOT_FOUND'],
  ['a number for a function', JSON.stringify({ name: 7 }), 400, 'INVALID_PARAM'],
  ['no JSON', '{"name":"member"', 400, 'INVALID_PARAM'],
  ['nothing', '', 400, 'INVALID_PARAM'],
  ['a list', '[]', 400, 'INVALID_PARAM'],
  [
    'six megabytes',
    call('member', 'setProfile', { key, name: 'x'.repeat(6 * 1024 * 1024) }),
    413,
    'FUNCTIONS_PARAM_INVALID',
  ],
]

test.each(platformErrors)('%s is refused by the platform', async (_what, body, status, code) => {
  const answer = await withoutTrace(() => post(body))
  expect(answer).toEqual({ status, result: undefined, code })
})

test.each([1_000, 10_000, 100_000])(
  '%i levels are answered by words, and the process lives',
  async (levels) => {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
    const body = `{"name":"member","data":{"procedure":"home","input":${deep}}}`
    const { status, result, code } = await withoutTrace(() => post(body))
    expect([200, 400]).toContain(status)
    expect(result?.refusal ?? code).toMatch(/^(BAD_REQUEST|INVALID_PARAM)$/)
  },
)

test.each([
  ['none', ''],
  ['of a text', 'Bearer somebody'],
  ['of another restaurant', `Bearer ${Buffer.from('hostile').toString('base64url')}.${'A'.repeat(43)}`],
])('without a session (%s) nothing is answered', async (_what, authorization) => {
  const answer = await withoutTrace(() => post(call('member', 'home', {}), authorization))
  expect(answer).toEqual({ status: 401, result: undefined, code: 'UNAUTHENTICATED' })
})

test('who asks is who the session says, whatever the event says', async () => {
  const event = { procedure: 'home', input: {}, openid: 'sample-lin', userInfo: { openId: 'sample-lin' } }
  const { result } = await withoutTrace(() => post(JSON.stringify({ name: 'member', data: event })))
  expect(result).toMatchObject({ ok: true, data: { balance: 100, name: null } })
})

const staffOnly = Object.entries({ cashier: contract.cashier, manager: contract.manager }).flatMap(
  ([name, procedures]) =>
    Object.entries(procedures)
      .filter(([, { audience }]) => audience !== 'diner')
      .map(([procedure]) => [name, procedure] as const),
)
test.each(staffOnly)('a diner who asks %s.%s is refused', async (name, procedure) => {
  const { input } = specOf(`${name}.${procedure}` as (typeof procedures)[number])
  const [honest] = fc.sample(valid(input, {}), { seed: 3, numRuns: 1 })
  const { result } = await withoutTrace(() => post(call(name, procedure, honest)))
  expect(result?.ok).toBe(false)
  expect(['FORBIDDEN', 'VISIT_EXPIRED']).toContain(result?.refusal)
})

test('the till and the night jobs are not for phones', async () => {
  const order = { order_id: 'A-1', paid_at: '2026-11-21T19:30:00+08:00', amount_fen: 100 }
  const till = { httpMethod: 'POST', path: '/orders', headers: {}, body: JSON.stringify(order) }
  for (const [name, data] of Object.entries({ pos: till, jobs: { Type: 'Timer' } })) {
    const { result } = await withoutTrace(() => post(JSON.stringify({ name, data })))
    expect(result).not.toMatchObject({ ok: true })
    expect(result).not.toMatchObject({ statusCode: 200 })
  }
})

/** What `tests/fuzz` tries by the thousand in its own process, a little of it letter by letter through the gateway. */
test.each(procedures)('a diner who asks %s with anything is answered within the contract', async (asked) => {
  const { input, refusals } = specOf(asked)
  const [name = '', procedure] = asked.split('.')
  const known: Known = { birthday: ['02-29'], table: ['5'], branch: ['jingan'], reward: ['feast'] }
  const inputs = [
    ...fc.sample(almost(input, known), { seed: 3, numRuns: 2 }),
    ...fc.sample(hostile(valid(input, known)), { seed: 3, numRuns: 3 }),
  ]
  for (const sent of inputs) {
    const before = await readEverything(product.db, 'health')
    const { status, result, code } = await post(
      `{"name":"${name}","data":{"procedure":"${procedure}","input":${writeJson(sent)}}}`,
    )
    const refusal = result?.ok === false ? (result.refusal ?? '') : 'none'
    // What is nested too deeply does not come as far as a function.
    expect([status, code]).toEqual(status === 400 ? [400, 'INVALID_PARAM'] : [200, undefined])
    expect(['none', 'BAD_REQUEST', 'FORBIDDEN', 'KEY_REUSED', 'BUSY', ...refusals]).toContain(refusal)
    if (refusal === 'BAD_REQUEST' || refusal === 'FORBIDDEN')
      expect(await readEverything(product.db, 'health')).toBe(before)
  }
})
