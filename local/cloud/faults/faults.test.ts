import type { Cloud } from '../start-cloud'
import { sdkPath, startTestCloud, type TestCloud } from '../testing/start-test-cloud'
import type { FaultRule } from './fault-rule'
import { Faults } from './faults'

let test$: TestCloud
let cloud: Cloud
let free = 0
const source = `const tcb = require(${sdkPath}); const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
exports.main = async ({ ids }) => {
  for (const _id of ids) await db.collection('c').add({ _id });
  return process.pid }`

beforeAll(async () => {
  test$ = await startTestCloud()
  cloud = test$.cloud
  await test$.db.createCollection('c')
  await test$.db.createCollection('d')
  await test$.writeFunction('adds', source)
  await test$.writeFunction('adds-too', source)
})
afterAll(() => test$.stop())
beforeEach(async () => {
  await place()
  test$.lines.length = 0
})

async function place(...rules: FaultRule[]) {
  const response = await fetch(`${cloud.url}/local/faults`, { method: 'POST', body: JSON.stringify(rules) })
  return { status: response.status, body: (await response.json()) as unknown }
}
const placed = async () => (await fetch(`${cloud.url}/local/faults`)).json()
const freshId = () => `id-${free++}`
const add = (_id: string) => test$.db.collection('c').add({ _id })
const stands = async (_id: string) => (await test$.db.collection('c').doc(_id).get()).data.length === 1

it('nothing goes wrong unless it is asked for', async () => {
  expect(await placed()).toEqual([])
  await add(freshId())
  expect(test$.lines).toEqual([])
})

test.each<[FaultRule['fault'], object, boolean]>([
  ['conflict', { code: 'DATABASE_TRANSACTION_CONFLICT' }, false],
  ['quota', { code: 'EXCEED_REQUEST_LIMIT' }, false],
  ['server-error', { name: 'SyntaxError' }, false],
  ['timeout-before', { code: 'ECONNRESET' }, false],
  ['timeout-after', { code: 'ECONNRESET' }, true],
  ['duplicate', { message: expect.stringContaining('E11000') }, true],
])('%s: the caller hears %j, and that the document stands is %s', async (fault, heard, done) => {
  const id = freshId()
  await place({ fault, action: 'database.insertDocument' })
  await expect(add(id)).rejects.toMatchObject(heard)
  expect(await stands(id)).toBe(done)
})

it('slow: the answer is the same, later', async () => {
  const id = freshId()
  await place({ fault: 'slow', action: 'database.insertDocument', ms: 30 })
  await add(id)
  expect(await stands(id)).toBe(true)
  expect(await placed()).toMatchObject([{ met: 1, hit: 1 }])
})

it.each([
  ['kill-before', [true, false, false]],
  ['kill-after', [true, true, false]],
] as const)(
  '%s: a process ends at its second call, and the next event has a new one',
  async (fault, left) => {
    const ids = [freshId(), freshId(), freshId()]
    await place({ fault, function: 'adds', call: 2, count: 1 })
    await expect(cloud.invoke('adds', { ids })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('SIGKILL'),
    })
    for (const [at, id] of ids.entries()) expect(await stands(id)).toBe(left[at])
    expect(await cloud.invoke('adds', { ids: [freshId(), freshId()] })).toEqual(expect.any(Number))
  },
)

it('a tool outside the functions cannot be killed', async () => {
  await place({ fault: 'kill-before' })
  await add(freshId())
  expect(await placed()).toMatchObject([{ met: 0, hit: 0 }])
})

it('a rule about any function spares what tools ask', async () => {
  await place({ fault: 'quota', function: '*' })
  await add(freshId())
  await expect(cloud.invoke('adds', { ids: [freshId()] })).rejects.toThrow('the quota is used up')
})

it('a rule is about the calls it names, and about no others', async () => {
  const quota = { fault: 'quota', count: 100 } as const
  await place({ ...quota, collection: 'd' }, { ...quota, function: 'adds-too' }, { ...quota, call: 9 })
  await add(freshId())
  await cloud.invoke('adds', { ids: [freshId()] })
  await expect(test$.db.collection('d').add({ n: 1 })).rejects.toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' })
  await expect(cloud.invoke('adds-too', { ids: [freshId()] })).rejects.toThrow('the quota is used up')
  expect(await placed()).toMatchObject([{ hit: 1 }, { hit: 1 }, { hit: 0 }])
})

it('every hit is told in the log, with its event, and stands in the trace', async () => {
  await place({ fault: 'quota', function: 'adds', call: 2 })
  await expect(cloud.invoke('adds', { ids: [freshId(), freshId()] })).rejects.toThrow()
  const trace = cloud.traces().at(-1)
  expect(test$.lines.filter((line) => line.source === 'faults')).toEqual([
    {
      source: 'faults',
      stream: 'stderr',
      requestId: trace?.id,
      text: 'quota: database.insertDocument c, call 2 of adds',
    },
  ])
  expect(trace?.calls.map(({ fault }) => fault)).toEqual([undefined, 'quota'])
})

describe('which calls are hit', () => {
  const call = { action: 'database.getDocument', collection: 'c', number: 1 }
  const hits = (...rules: FaultRule[]) => {
    const faults = new Faults()
    faults.set(rules)
    return Array.from({ length: 1000 }, () => faults.draw(call))
  }
  const rule = (seed: number): FaultRule => ({ fault: 'quota', probability: 0.2, seed })
  const count = (drawn: unknown[]) => drawn.filter((one) => one !== null).length

  it('follows from the seed', () => {
    expect(hits(rule(7))).toEqual(hits(rule(7)))
    expect(hits(rule(7))).not.toEqual(hits(rule(8)))
    expect(count(hits(rule(7)))).toBeGreaterThan(150)
    expect(count(hits(rule(7)))).toBeLessThan(250)
  })

  it('is not changed by the rules beside it', () => {
    const slow: FaultRule = { fault: 'slow', probability: 0.2, seed: 1 }
    const alone = hits(slow)
    const beside = hits({ ...rule(7), count: 3 }, slow)
    const quotas = beside.filter((one) => one?.fault === 'quota')
    expect(quotas).toHaveLength(3)
    for (const [at, one] of beside.entries()) if (one?.fault !== 'quota') expect(one).toEqual(alone[at])
  })

  it('is at most so many, and never with a probability of 0', () => {
    expect(count(hits({ fault: 'quota', count: 5 }))).toBe(5)
    expect(count(hits({ fault: 'quota', probability: 0 }))).toBe(0)
  })
})

it.each([
  ['no array', {}],
  ['no fault', [{ collection: 'c' }]],
  ['an unknown fault', [{ fault: 'fire' }]],
  ['an unknown field', [{ fault: 'slow', colection: 'c' }]],
  ['a probability above 1', [{ fault: 'slow', probability: 2 }]],
  ['a call numbered from 0', [{ fault: 'slow', call: 0 }]],
  ['a pause of hours', [{ fault: 'slow', ms: 1e9 }]],
])('%s is refused, and the rules stay as they were', async (_, body) => {
  await place({ fault: 'quota', collection: 'nowhere' })
  const response = await fetch(`${cloud.url}/local/faults`, { method: 'POST', body: JSON.stringify(body) })
  expect(response.status).toBe(400)
  expect(await placed()).toMatchObject([{ fault: 'quota', collection: 'nowhere' }])
})

describe('beyond the database', () => {
  const call = async (path: string, body: object) => {
    const session = await fetch(`${cloud.url}/wx/session`, { method: 'POST', body: '{"openid":"ann"}' })
    const { token } = (await session.json()) as { token: string }
    const headers = { authorization: `Bearer ${token}` }
    return fetch(cloud.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  test.each<[FaultRule['fault'], boolean]>([
    ['timeout-before', false],
    ['timeout-after', true],
  ])('a phone hears nothing of its call (%s), and that it was carried out is %s', async (fault, done) => {
    const id = freshId()
    await place({ fault, action: 'phone.call', function: 'adds', count: 1 })
    await expect(call('/wx/call', { name: 'adds', data: { ids: [id] } })).rejects.toThrow('fetch failed')
    expect(await stands(id)).toBe(done)
  })

  it('a phone meets a server that is down', async () => {
    await place({ fault: 'server-error', action: 'phone.*', count: 1 })
    expect((await call('/wx/call', { name: 'adds', data: { ids: [] } })).status).toBe(503)
    expect((await call('/wx/call', { name: 'adds', data: { ids: [] } })).status).toBe(200)
  })

  it('a rule that names no action spares what is not the database', async () => {
    await place({ fault: 'server-error' })
    expect((await call('/wx/call', { name: 'adds', data: { ids: [] } })).status).toBe(200)
    await expect(add(freshId())).rejects.toMatchObject({ name: 'SyntaxError' })
  })

  it('WeChat and the storage can be made to fail by the beginning of their names', async () => {
    await place({ fault: 'quota', action: 'wx.*' }, { fault: 'quota', action: 'storage.*' })
    const quota = { code: 'EXCEED_REQUEST_LIMIT' }
    const asked = { apiName: 'security.msgSecCheck', requestData: { content: 'x' } }
    await expect(test$.app.callWxOpenApi(asked)).rejects.toMatchObject(quota)
    await expect(test$.app.getUploadMetadata({ cloudPath: 'a' })).rejects.toMatchObject(quota)
    expect(await stands(freshId())).toBe(false)
  })

  test.each([
    { fault: 'conflict', action: 'wx.*' },
    { fault: 'kill-after', action: 'phone.call' },
  ])('%j makes no sense and is refused', async (rule) => {
    expect((await place(rule as FaultRule)).status).toBe(400)
  })
})
