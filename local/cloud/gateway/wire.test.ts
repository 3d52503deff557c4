import { callWire, sendTruncated } from '../testing/call-wire'
import { connect, startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud()
  await test$.db.createCollection('c')
})
afterAll(() => test$.stop())

const count = { action: 'database.calculateDocument', collectionName: 'c', query: '{}' }
const stillAlive = async () =>
  expect(await callWire(test$.cloud, count)).toMatchObject({ data: { total: expect.any(Number) } })

describe('a signature', () => {
  it('lets the SDK in with any text', async () => {
    const { db } = test$
    await db.collection('c').add({ v: '数据 %&=+\n', 名: '中文' })
    expect((await db.collection('c').where({ 名: '中文' }).get()).data).toMatchObject([{ v: '数据 %&=+\n' }])
  })

  it('of another secret is refused', async () => {
    const { cloud } = test$
    const sdkEnv = { ...cloud.sdkEnv, TENCENTCLOUD_SECRETKEY: 'wrong' }
    const stranger = connect({ ...cloud, sdkEnv }).database()
    Object.assign(process.env, cloud.sdkEnv)
    await expect(stranger.collection('c').get()).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  const changed = (change: (text: string) => string) => {
    const { sdkEnv } = test$.cloud
    const text = JSON.stringify({
      envName: sdkEnv.TCB_ENV,
      sessionToken: sdkEnv.TENCENTCLOUD_SESSIONTOKEN,
      ...count,
    })
    return callWire(test$.cloud, count, { sent: change(text) })
  }

  test.each<[string, (text: string) => string]>([
    ['a changed parameter', (text) => text.replace('"{}"', '"{ }"')],
    ['a parameter put in afterwards', (text) => text.replace('{', '{"multi":true,')],
    [
      'one that hides behind its other case',
      (text) => text.replace('"query":"{}"', '"query":"{\\"a\\":1}","QUERY":"{}"'),
    ],
    ['a parameter called __proto__', (text) => text.replace('{', '{"__proto__":{"a":1},')],
  ])('does not cover %s', async (_name, change) => {
    expect(await changed(change)).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  it('is needed', async () => {
    const refused = { code: 'SIGN_PARAM_INVALID' }
    expect(await callWire(test$.cloud, count, { headers: { authorization: 'none' } })).toMatchObject(refused)
    expect(await callWire(test$.cloud, count, { headers: { 'x-timestamp': 'soon' } })).toMatchObject(refused)
  })

  it('needs the session token of its secret', async () => {
    expect(await callWire(test$.cloud, { ...count, sessionToken: 'other' })).toMatchObject({
      code: 'INVALID_SESSION_TOKEN',
    })
  })
})

describe('what is hostile is answered, and the process lives', () => {
  afterEach(stillAlive)
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
  const add = (text: string) => ({ action: 'database.insertDocument', collectionName: 'c', data: [text] })

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown action', { action: 'database.dropEverything' }, 'INVALID_PARAM'],
    ['an action every object has', { action: 'constructor' }, 'INVALID_PARAM'],
    ['a document that is no JSON', add('{'), 'DATABASE_REQUEST_FAILED'],
    ['a document that is a list', add('[]'), 'DATABASE_REQUEST_FAILED'],
    ['a document nested too deep', add(deep(5000)), 'DATABASE_REQUEST_FAILED'],
    [
      'a prototype in a document',
      add('{"a":[{"\\u005f_proto__":{"polluted":1}}]}'),
      'DATABASE_REQUEST_FAILED',
    ],
    ['a number that is none', add('{"a":{"$numberInt":{"b":1}}}'), 'DATABASE_REQUEST_FAILED'],
    ['a date that is none', add('{"a":{"$date":"never"}}'), 'DATABASE_REQUEST_FAILED'],
    ['an id that is a list', add('{"_id":[1]}'), 'DATABASE_REQUEST_FAILED'],
    ['an operator as a field', add('{"$set":1}'), 'DATABASE_REQUEST_FAILED'],
    [
      'a pattern that is none',
      { ...count, query: '{"a":{"$regularExpression":{"pattern":"("}}}' },
      'DATABASE_REQUEST_FAILED',
    ],
    ['an unknown operator', { ...count, query: '{"a":{"$frob":1}}' }, 'DATABASE_REQUEST_FAILED'],
    ['code in a query', { ...count, query: '{"$where":"process.exit()"}' }, 'DATABASE_REQUEST_FAILED'],
    ['a query that is an object', { ...count, query: { a: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['a negative limit', { ...count, action: 'database.getDocument', limit: -1 }, 'INVALID_PARAM'],
    [
      'a collection named by an object',
      { ...count, collectionName: { a: 1 } },
      'DATABASE_COLLECTION_NOT_EXIST',
    ],
    [
      'stages that are none',
      { action: 'database.aggregateDocuments', collectionName: 'c', stages: [1] },
      'INVALID_PARAM',
    ],
    ['a transaction nobody began', { ...add('{}'), transactionId: 'x' }, 'DATABASE_TRANSACTION_FAIL'],
  ])('%s', async (_name, body, code) => {
    expect(await callWire(test$.cloud, body)).toMatchObject({
      code,
      message: expect.any(String),
      requestId: expect.any(String),
    })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test.each<[string, string]>([
    ['no JSON', '{"action":'],
    ['a list', '[]'],
    ['nothing', ''],
    ['nested without end', '['.repeat(200_000)],
  ])('a body that is %s', async (_name, sent) => {
    expect(await callWire(test$.cloud, count, { sent })).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('a body of more than 6 MB', async () => {
    expect(await callWire(test$.cloud, add(`{"a":"${'x'.repeat(7 * 1024 * 1024)}"}`))).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringMatching(/larger than/),
    })
  })

  it('a body that ends early', () => sendTruncated(`${test$.cloud.url}/admin`))
})
