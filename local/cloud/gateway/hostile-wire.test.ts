import { request } from 'node:http'
import { callWire } from '../testing/call-wire'
import { drip, megabytes, openLine, pour } from '../testing/hostile-wire'
import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

const REQUEST_MS = 600
let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud({ limits: { requestMs: REQUEST_MS } })
  await test$.db.createCollection('c')
})
afterAll(() => test$.stop())
afterEach(async () => {
  expect(await (await fetch(`${test$.cloud.url}/healthz`)).json()).toEqual({ ok: true })
})

const head = (path: string, length: number | string, more = '') =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n${more}\r\n`
const doors = ['/admin', '/wx/call', '/http/x', '/v3/pay/transactions/jsapi', '/local/faults']

describe('a hundred megabytes', () => {
  test.each(doors)('sent to %s are cut off, and are never all in memory', async (path) => {
    const before = megabytes()
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, megabytes() - before)
    }, 5)
    const line = openLine(test$.cloud)
    line.socket.write(head(path, 100 * 1024 * 1024))
    await pour(line, 100 * 1024 * 1024)
    line.socket.end()
    await line.ended
    clearInterval(watch)
    expect(most).toBeLessThan(90)
  })

  test('without a length, in parts, are cut off, too', async () => {
    const line = openLine(test$.cloud)
    line.socket.write('POST /admin HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
    const part = Buffer.concat([
      Buffer.from('100000\r\n'),
      Buffer.alloc(1024 * 1024, 'a'),
      Buffer.from('\r\n'),
    ])
    const taken = await pour(line, 300 * 1024 * 1024, part)
    await line.ended
    expect(taken).toBeLessThan(100 * 1024 * 1024)
  })

  test('as a file are refused before they are read', async () => {
    const { data } = (await test$.app.getUploadMetadata({ cloudPath: 'big' })) as unknown as {
      data: { url: string; authorization: string }
    }
    const status = await new Promise((resolve) => {
      const headers = { authorization: data.authorization, 'content-length': 100 * 1024 * 1024 }
      const put = request(data.url, { method: 'PUT', headers }, ({ statusCode }) => resolve(statusCode))
      put.on('error', () => undefined)
      put.write('a')
    })
    expect(status).toBe(400)
  })

  test('on twenty lines at once leave the memory bounded', async () => {
    const before = megabytes()
    const lines = Array.from({ length: 20 }, () => openLine(test$.cloud))
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, megabytes() - before)
    }, 5)
    await Promise.all(
      lines.map(async (line) => {
        line.socket.write(head('/admin', 100 * 1024 * 1024))
        await pour(line, 100 * 1024 * 1024)
        line.socket.end()
        await line.ended
      }),
    )
    clearInterval(watch)
    expect(most).toBeLessThan(250)
  })
})

describe('who sends drop by drop is cut off in time', () => {
  test('in the head of a request', async () => {
    const line = openLine(test$.cloud)
    line.socket.write('POST /admin HTTP/1.1\r\nhost: x\r\nx-slow: ')
    void drip(line, 20)
    const { answer, ms } = await line.ended
    expect(answer).toMatch(/^(HTTP\/1.1 408|$)/)
    expect(ms).toBeLessThan(REQUEST_MS * 4)
  })

  test.each([...doors, '/storage/x'])('in the body of a request to %s', async (path) => {
    const line = openLine(test$.cloud)
    line.socket.write(head(path, 1000))
    void drip(line, 20)
    expect((await line.ended).ms).toBeLessThan(REQUEST_MS * 4)
  })

  test('while two hundred do so, others are answered', async () => {
    const lines = Array.from({ length: 200 }, () => openLine(test$.cloud))
    for (const line of lines) line.socket.write(head('/admin', 1000))
    const started = performance.now()
    expect((await fetch(`${test$.cloud.url}/healthz`)).status).toBe(200)
    expect(performance.now() - started).toBeLessThan(REQUEST_MS)
    await Promise.all(lines.map(({ ended }) => ended))
  })
})

describe('what is no request', () => {
  test.each([
    ['noise', '\x00\x01\x02 nothing of HTTP\r\n\r\n', /^HTTP\/1.1 400/],
    ['a head without end', `GET /healthz HTTP/1.1\r\nx: ${'a'.repeat(200_000)}`, /^HTTP\/1.1 431/],
    [
      'two lengths',
      'POST /admin HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      /^HTTP\/1.1 400/,
    ],
    ['a length and parts', head('/admin', 1, 'transfer-encoding: chunked\r\n'), /^HTTP\/1.1 400/],
    ['a length below nothing', head('/admin', -1), /^HTTP\/1.1 400/],
    ['a path of escapes that are none', head('/storage/%', 0), /^HTTP\/1.1 (400|405)/],
  ])('%s is answered or cut', async (_name, sent, answered) => {
    const line = openLine(test$.cloud)
    line.socket.end(sent)
    expect((await line.ended).answer).toMatch(answered)
  })
})

describe('a request that is sent again', () => {
  const add = { action: 'database.insertDocument', collectionName: 'c', data: ['{"_id":"once"}'] }

  test('does what the SDK sent twice would do, and nothing more', async () => {
    const sent = callWire(test$.cloud, add)
    expect(await sent).toMatchObject({ data: { insertedIds: ['once'] } })
    expect(await callWire(test$.cloud, add)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect((await test$.db.collection('c').count()).total).toBe(1)
  })

  test.each([
    ['ten minutes', 595, true],
    ['more than ten minutes', 605, false],
  ])('%s later is %d seconds old and taken: %s', async (_name, seconds, taken) => {
    const timestamp = Math.floor(Date.now() / 1000) - seconds
    const count = { action: 'database.calculateDocument', collectionName: 'c', query: '{}' }
    const answer = await callWire(test$.cloud, count, { timestamp })
    expect(answer.code).toBe(taken ? undefined : 'SIGN_PARAM_INVALID')
  })
})

test.each([
  ['objects', '{"a":', '}'],
  ['lists', '[', ']'],
])('%s nested as deep as a body may be long are answered', async (_name, open, close) => {
  const levels = Math.floor((2 * 1024 * 1024) / (open.length + close.length))
  const deep = `${open.repeat(levels)}1${close.repeat(levels)}`
  for (const path of [
    '/admin',
    '/wx/session',
    '/v3/pay/transactions/jsapi',
    '/local/faults',
    '/local/collections',
  ]) {
    const method = path === '/local/collections' ? 'PUT' : 'POST'
    const response = await fetch(test$.cloud.url + path, { method, body: deep })
    expect(response.status).toBeLessThan(500)
    await response.text()
  }
})

test('a form of a hundred thousand parts is answered', async () => {
  const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'
  const response = await fetch(`${test$.cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `${part.repeat(100_000)}--x--`,
  })
  expect(await response.json()).toMatchObject({ code: expect.any(String) })
})

test.each([
  ['https://evil.example', 403],
  ['null', 403],
  ['http://127.0.0.1:1', 403],
  ['its own', 200],
])('a page of %s that asks for the controls hears %d', async (origin, status) => {
  const { url } = test$.cloud
  const headers = { origin: origin === 'its own' ? url : origin }
  const ask = (path: string) =>
    fetch(url + path, { method: 'POST', headers, body: path.includes('wx') ? '{"openid":"ann"}' : '[]' })
  expect((await ask('/local/faults')).status).toBe(status)
  expect((await ask('/wx/session')).status).toBe(status)
})
