import { setTimeout as wait } from 'node:timers/promises'
import { callWire, sendTruncated } from '../testing/call-wire'
import { sdkPath, startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
let url: string
const everyHour = [{ name: 'hourly', type: 'timer', config: '0 0 * * * * *' }]

beforeAll(async () => {
  test$ = await startTestCloud({
    autoTimers: true,
    config: {
      envId: 'env-1',
      functions: [
        { name: 'echo', httpPath: '/echo' },
        { name: 'inner', httpPath: '/echo/inner' },
        { name: 'jobs', triggers: everyHour },
        { name: 'jobless', triggers: [] },
      ],
    },
  })
  url = test$.cloud.url
  await test$.db.createCollection('c')
  await test$.writeFunction(
    'echo',
    'exports.main = async (event) => JSON.parse(event.queryStringParameters.answer ?? "null") ?? event',
  )
  await test$.writeFunction('inner', 'exports.main = async () => "inner"')
  await test$.writeFunction('jobs', 'exports.main = async (event) => { console.log("job"); return event }')
  await test$.writeFunction('jobless', 'exports.main = async () => 1')
  await test$.writeFunction(
    'who',
    'exports.main = async (event) => ({ event, openid: process.env.WX_OPENID })',
  )
  await test$.writeFunction(
    'time',
    `const tcb = require(${sdkPath}); const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
    exports.main = async () => {
      class Later extends Date {}
      const { id } = await db.collection('c').add({ at: db.serverDate() })
      const { data } = await db.collection('c').doc(id).get()
      return { new: new Date(), now: Date.now(), text: Date(), later: new Later(), stored: data[0].at, kind: new Date() instanceof Date,
        same: new Date().constructor === Date, given: new Date(5), utc: Date.UTC(2000, 0), three: new Date(2000, 1, 2).getDate() }
    }`,
  )
})
afterAll(() => test$.stop())

const json = async (response: Response) => (await response.json()) as Record<string, unknown>
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('HTTP access', () => {
  it('hands the request over as the platform does', async () => {
    const response = await fetch(`${url}/http/echo/some/where?a=1&b=%E4%B8%AD`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Mine': 'yes' },
      body: '{"n":1}',
    })
    expect(response.headers.get('content-type')).toMatch(/application\/json/)
    expect(await response.json()).toEqual({
      path: '/echo/some/where',
      httpMethod: 'PUT',
      headers: expect.objectContaining({ 'content-type': 'application/json', 'x-mine': 'yes' }),
      queryStringParameters: { a: '1', b: '中' },
      body: '{"n":1}',
      isBase64Encoded: false,
      requestContext: expect.objectContaining({ envId: 'env-1' }),
    })
  })

  it('hands bytes over in base64', async () => {
    const response = await fetch(`${url}/http/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array([0, 255]),
    })
    expect(await response.json()).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  })

  test.each<[string, unknown, number, string, string]>([
    [
      'a response',
      { statusCode: 404, headers: { 'Content-Type': 'text/html' }, body: '<p>' },
      404,
      'text/html',
      '<p>',
    ],
    [
      'bytes',
      { statusCode: 200, isBase64Encoded: true, body: 'aGk=' },
      200,
      'text/plain; charset=utf-8',
      'hi',
    ],
    [
      'a body that is an object',
      { statusCode: 201, body: { a: 1 } },
      201,
      'application/json; charset=utf-8',
      '{"a":1}',
    ],
    ['an object', { a: 1 }, 200, 'application/json; charset=utf-8', '{"a":1}'],
    ['a text', 'hello', 200, 'text/plain; charset=utf-8', 'hello'],
  ])('makes a response of %s', async (_name, answer, status, type, body) => {
    const response = await fetch(`${url}/http/echo?answer=${encodeURIComponent(JSON.stringify(answer))}`)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      body,
    ])
  })

  it('goes by the longest path, in whole steps', async () => {
    expect(await (await fetch(`${url}/http/echo/inner/x`)).text()).toBe('inner')
    expect((await fetch(`${url}/http/echoes`)).status).toBe(404)
    expect((await fetch(`${url}/http`)).status).toBe(404)
  })

  it('answers a status no response can have with an error', async () => {
    const response = await fetch(`${url}/http/echo?answer=${encodeURIComponent('{"statusCode":7}')}`)
    expect(response.status).toBe(500)
  })
})

describe('a phone', () => {
  const login = async (openid: string) => (await json(await post('/wx/session', { openid }))).token as string

  it('calls functions in the name its token says', async () => {
    const authorization = `Bearer ${await login('ann')}`
    const response = await post(
      '/wx/call',
      { name: 'who', data: { a: 1 }, openid: 'forged' },
      { authorization },
    )
    expect(await response.json()).toEqual({ result: { event: { a: 1 }, openid: 'ann' } })
  })

  test.each([
    ['none', undefined],
    ['a made up one', 'Bearer abc.def'],
    ['one without a signature', `Bearer ${Buffer.from('ann').toString('base64url')}.`],
    ['one of another kind', 'Basic abc'],
  ])('needs a token, not %s', async (_name, authorization) => {
    const response = await post(
      '/wx/call',
      { name: 'who' },
      authorization === undefined ? {} : { authorization },
    )
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { error: { code: 'UNAUTHENTICATED' } },
    ])
  })

  it('cannot put another name under its signature', async () => {
    const [, signature] = (await login('ann')).split('.')
    const authorization = `Bearer ${Buffer.from('bob').toString('base64url')}.${signature}`
    expect((await post('/wx/call', { name: 'who' }, { authorization })).status).toBe(401)
  })

  it('is told what was wrong', async () => {
    const authorization = `Bearer ${await login('ann')}`
    const refusal = async (body: unknown) => {
      const response = await post('/wx/call', body, { authorization })
      return [response.status, ((await json(response)).error as { code: string }).code]
    }
    expect(await refusal({ name: 'nobody' })).toEqual([404, 'FUNCTION_NOT_FOUND'])
    expect(await refusal({ name: '__proto__' })).toEqual([404, 'FUNCTION_NOT_FOUND'])
    expect(await refusal({ data: {} })).toEqual([400, 'INVALID_PARAM'])
    expect(await refusal('{')).toEqual([400, 'INVALID_PARAM'])
    expect(await refusal('[]')).toEqual([400, 'INVALID_PARAM'])
    expect(await refusal({ name: 'who', data: 'x'.repeat(7 * 1024 * 1024) })).toEqual([
      413,
      'FUNCTIONS_PARAM_INVALID',
    ])
    await sendTruncated(`${url}/wx/call`)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it.each(['get', 'add', 'update', 'remove', 'count', 'watch'])(
    'is denied the database by the security rules: %s',
    async (action) => {
      const ask = (headers = {}) => post('/wx/database', { action, collection: 'c', data: {} }, headers)
      const response = await ask({ authorization: `Bearer ${await login('ann')}` })
      expect([response.status, await response.json()]).toMatchObject([
        403,
        { error: { code: 'DATABASE_PERMISSION_DENIED' } },
      ])
      expect((await ask()).status).toBe(401)
    },
  )

  it('cannot speak to the database as the SDK does: its token is no credential', async () => {
    const token = await login('ann')
    const asked = { action: 'database.getDocument', collectionName: 'c', query: '{}', sessionToken: token }
    for (const authorization of [
      `Bearer ${token}`,
      `TC3-HMAC-SHA256 Credential=${token}/2030-01-01/tcb/tc3_request, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}`,
    ])
      expect((await json(await post('/admin', asked, { authorization }))).code).toMatch(
        /SIGN_PARAM|CREDENTIAL/,
      )
  })

  it('may send an event of 5 MB', async () => {
    const authorization = `Bearer ${await login('ann')}`
    const data = { text: 'x'.repeat(5 * 1024 * 1024) }
    expect(await json(await post('/wx/call', { name: 'who', data }, { authorization }))).toMatchObject({
      result: { event: data },
    })
  })

  it.each([{}, { openid: '' }, { openid: 5 }, { openid: 'a b' }, { openid: 'x'.repeat(200) }])(
    'has no session as %j',
    async (body) => {
      expect((await post('/wx/session', body)).status).toBe(400)
    },
  )
})

describe('the clock', () => {
  const instant = '2031-05-06T07:08:09.010Z'
  const move = async (body: unknown) =>
    json(await fetch(`${url}/local/clock`, { method: 'PUT', body: JSON.stringify(body) }))
  const tell = async (headers: Record<string, string> = {}) => {
    const { token } = await json(await post('/wx/session', { openid: 'ann' }))
    const response = await post(
      '/wx/call',
      { name: 'time' },
      { authorization: `Bearer ${String(token)}`, ...headers },
    )
    return (await json(response)).result as Record<string, string>
  }
  afterEach(() => move({ now: null }))

  it('stands still at the instant one event asks for, in every way to ask', async () => {
    expect(await tell({ 'x-local-clock': instant })).toEqual({
      new: instant,
      now: Date.parse(instant),
      text: expect.stringMatching(/^Tue May 06 2031 07:08:09/),
      later: instant,
      stored: instant,
      kind: true,
      same: true,
      given: '1970-01-01T00:00:00.005Z',
      utc: Date.UTC(2000, 0),
      three: 2,
    })
  })

  it("is every event's own", async () => {
    const days = ['2030-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z']
    const told = await Promise.all(days.map((day) => tell({ 'x-local-clock': day })))
    expect(told.map(({ stored }) => stored)).toEqual(days)
    expect(Math.abs(Date.parse((await tell()).new as string) - Date.now())).toBeLessThan(60_000)
  })

  it('is moved for all, and runs on or stands still', async () => {
    expect(await move({ now: instant, frozen: true })).toMatchObject({ now: instant, frozen: true })
    expect(await tell()).toMatchObject({ new: instant, stored: instant })
    await move({ now: instant })
    const { now } = await tell()
    expect(Number(now)).toBeGreaterThan(Date.parse(instant))
    expect(Number(now)).toBeLessThan(Date.parse(instant) + 60_000)
    expect(await move({ now: null })).toMatchObject({ offsetMs: 0, frozen: false })
  })

  it.each([{}, { now: 'soon' }, { now: 5 }, { now: null, frozen: 'yes' }])(
    'is not moved by %j',
    async (body) => {
      expect(await move(body)).toMatchObject({ error: { code: 'INVALID_PARAM' } })
    },
  )

  it('fires a timer once when it is moved far ahead, and again after it was set back', async () => {
    const fired = () =>
      test$.cloud
        .traces()
        .filter((trace) => trace.function === 'jobs')
        .map(({ at }) => at)
    const before = fired().length
    const days = [
      '2031-01-01T00:30:00',
      '2031-01-01T00:59:59',
      '2031-01-01T01:00:00',
      '2030-01-01T00:30:00',
      '2030-01-01T01:00:00',
    ]
    for (const day of days) await move({ now: `${day}Z`, frozen: true })
    while (fired().length < before + 3) await wait(5)
    expect(fired().slice(before).sort()).toEqual([
      '2030-01-01T01:00:00.000Z',
      '2031-01-01T00:30:00.000Z',
      '2031-01-01T01:00:00.000Z',
    ])
  })

  it('is what a timer fired by hand is told', async () => {
    await move({ now: instant, frozen: true })
    expect(await json(await post('/local/timers/jobs', ''))).toEqual({
      result: { Type: 'Timer', TriggerName: 'hourly', Time: '2031-05-06T07:08:09Z', Message: '' },
    })
    expect(await json(await post('/local/timers/jobs', '{"again":true}'))).toMatchObject({
      result: { TriggerName: 'hourly', again: true },
    })
    expect((await post('/local/timers/jobs', 'again')).status).toBe(400)
    expect((await post('/local/timers/jobless', '')).status).toBe(404)
  })
})

describe('the rest of the port', () => {
  it('makes collections and indexes, again and again, and drops no document', async () => {
    const put = async (indexes: unknown) =>
      json(
        await fetch(`${url}/local/collections`, {
          method: 'PUT',
          body: JSON.stringify({ collections: [{ name: 'made', indexes }] }),
        }),
      )
    const unique = { name: 'a', fields: ['a'], unique: true }
    expect(await put([unique])).toEqual({ ok: true })
    await test$.db.collection('made').add({ a: 1 })
    expect(await put([unique])).toEqual({ ok: true })
    await expect(test$.db.collection('made').add({ a: 1 })).rejects.toThrow(/E11000/)
    await put([{ ...unique, unique: false }])
    await test$.db.collection('made').add({ a: 1 })
    expect(await put([unique])).toMatchObject({ error: { message: expect.stringMatching(/E11000/) } })
    expect((await test$.db.collection('made').count()).total).toBe(2)
    expect(await put([{ name: 'a', fields: [] }])).toMatchObject({ error: { code: 'INVALID_PARAM' } })
  })

  it('takes the same definitions as a plain list', async () => {
    await fetch(`${url}/local/collections`, { method: 'PUT', body: '[{"name":"listed"}]' })
    expect((await test$.db.collection('listed').get()).data).toEqual([])
  })

  it('tells what was called', async () => {
    await test$.cloud.invoke('who', {})
    const traces = (await (await fetch(`${url}/local/traces`)).json()) as unknown[]
    expect(traces.at(-1)).toMatchObject({ function: 'who', calls: [], depth: 0 })
  })

  it('says when it is ready, and leaves to others what is not its own', async () => {
    expect(await json(await fetch(`${url}/healthz`))).toEqual({ ok: true })
    expect((await fetch(`${url}/index.html`)).status).toBe(404)
    expect((await fetch(`${url}/local/nothing`)).status).toBe(404)
    expect((await fetch(`${url}/wx/session`)).status).toBe(404)
  })

  it('never gives a phone the database', async () => {
    const { token } = await json(await post('/wx/session', { openid: 'ann' }))
    const body = { action: 'database.calculateDocument', collectionName: 'c', query: '{}' }
    expect(
      await callWire(test$.cloud, body, { headers: { authorization: `Bearer ${String(token)}` } }),
    ).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })
})
