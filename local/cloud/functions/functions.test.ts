import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import type { FunctionConfig } from '../cloudbaserc'
import type { Cloud } from '../start-cloud'
import { sdkPath, startTestCloud, type TestCloud } from '../testing/start-test-cloud'

const timer = (config: string) => ({ name: 'tick', type: 'timer', config })

let test$: TestCloud
let cloud: Cloud
const withSdk = `const tcb = require(${sdkPath}); const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }); const db = app.database();`

beforeAll(async () => {
  test$ = await startTestCloud({
    config: {
      envId: 'env-1',
      functions: [
        { name: 'slow', timeout: 1 },
        { name: 'eats', timeout: 60 },
        { name: 'env', envVariables: { FROM_CONFIG: 'config', BOTH: 'config' } },
      ],
    },
    functionEnv: { SECRET: 'only-here', BOTH: 'option' },
    limits: { functionConcurrency: 3 },
  })
  cloud = test$.cloud
  await test$.db.createCollection('c')
  await test$.db.collection('c').add({ _id: 'x', n: 0 })
})
afterAll(() => test$.stop())

const lastTrace = () => cloud.traces().at(-1)

describe('the platform says who calls', () => {
  beforeAll(() =>
    test$.writeFunction(
      'who',
      `${withSdk} exports.main = async (event, context) => ({
        event, openid: process.env.WX_OPENID, keys: process.env.WX_CONTEXT_KEYS, user: app.auth().getUserInfo().openId,
        context: tcb.getCloudbaseContext(context).WX_OPENID, source: process.env.TCB_SOURCE, requestId: context.request_id })`,
    ),
  )

  it('by the environment and the context of the event, whatever the event says', async () => {
    expect(await cloud.invoke('who', { WX_OPENID: 'forged', openid: 'forged' }, { openid: 'ann' })).toEqual({
      event: { WX_OPENID: 'forged', openid: 'forged' },
      openid: 'ann',
      keys: 'WX_OPENID,WX_APPID,WX_CLIENTIP',
      user: 'ann',
      context: 'ann',
      source: 'wx_unknown',
      requestId: lastTrace()?.id,
    })
  })

  it('and forgets it before the next event of the same process', async () => {
    await cloud.invoke('who', {}, { openid: 'ann' })
    expect(await cloud.invoke('who', {})).toMatchObject({ user: '', keys: '' })
    expect(await cloud.invoke('who', {})).not.toHaveProperty('openid')
    expect(await cloud.invoke('who', {}, { openid: 'bob' })).toMatchObject({ openid: 'bob', context: 'bob' })
  })

  it('also when many call at the same time', async () => {
    const people = ['p0', 'p1', 'p2']
    const answers = await Promise.all(people.map((openid) => cloud.invoke('who', {}, { openid })))
    expect(answers.map((answer) => (answer as { openid: string }).openid)).toEqual(people)
  })
})

it('a process handles one event at a time and is used again', async () => {
  await test$.writeFunction(
    'one',
    `let running = 0, handled = 0
    exports.main = async () => {
      if (++running > 1) throw new Error('two at once')
      await new Promise((done) => setTimeout(done, 50))
      running--
      return { pid: process.pid, handled: ++handled }
    }`,
  )
  const together = (await Promise.all([1, 2, 3].map(() => cloud.invoke('one', {})))) as { pid: number }[]
  expect(new Set(together.map(({ pid }) => pid)).size).toBe(3)
  expect(await cloud.invoke('one', {})).toMatchObject({ handled: 2 })
})

it('a call beyond the limit of processes is refused, not kept waiting', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => cloud.invoke('one', {})))
  const reasons = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []))
  expect(reasons).toHaveLength(2)
  for (const reason of reasons) expect(reason).toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' })
})

it('a function that takes too long is ended, the next call gets a new process', async () => {
  await test$.writeFunction(
    'slow',
    'exports.main = async ({ ms }) => new Promise((done) => setTimeout(done, ms, process.pid))',
  )
  const first = await cloud.invoke('slow', { ms: 1 })
  await expect(cloud.invoke('slow', { ms: 60_000 })).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  })
  expect(lastTrace()).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
  expect(await cloud.invoke('slow', { ms: 1 })).not.toBe(first)
})

it.each([
  ['exits', 'process.exit(3)', /exited with 3/],
  ['throws', 'throw new Error("no luck")', /no luck/],
  [
    'throws where nobody catches',
    'setTimeout(() => { throw new Error("late") }); await new Promise(() => {})',
    /exited with/,
  ],
])('a function that %s fails its own event only', async (_name, code, message) => {
  await test$.writeFunction(
    'crash',
    `exports.main = async ({ safe }) => { if (safe) return 'fine'; ${code} }`,
  )
  await expect(cloud.invoke('crash', {})).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringMatching(message),
  })
  expect(await cloud.invoke('crash', { safe: true })).toBe('fine')
})

it.each([
  ['its heap', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length))'],
  [
    'memory beside its heap',
    'const all = []; for (;;) { all.push(Buffer.alloc(2e6, 1)); await new Promise(setImmediate) }',
  ],
])('a function that fills %s is ended, and fails its own event only', async (_name, code) => {
  await test$.writeFunction('eats', `exports.main = async ({ safe }) => { if (safe) return 'fine'; ${code} }`)
  await expect(cloud.invoke('eats', {})).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' })
  expect(await cloud.invoke('eats', { safe: true })).toBe('fine')
})

it('a process that ends while nobody uses it costs one event at most, and never the cloud', async () => {
  await test$.writeFunction('idle', 'exports.main = async () => process.pid')
  for (let round = 0; round < 5; round++) {
    process.kill((await cloud.invoke('idle', {})) as number, 'SIGKILL')
    const [outcome] = await Promise.allSettled([cloud.invoke('idle', {})])
    if (outcome?.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect(await cloud.invoke('idle', {})).toEqual(expect.any(Number))
  }
})

it('a result of more than 6 MB is refused', async () => {
  await test$.writeFunction('wordy', 'exports.main = async ({ bytes }) => "x".repeat(bytes)')
  expect(await cloud.invoke('wordy', { bytes: 6 * 1024 * 1024 - 2 })).toHaveLength(6 * 1024 * 1024 - 2)
  await expect(cloud.invoke('wordy', { bytes: 6 * 1024 * 1024 - 1 })).rejects.toMatchObject({
    message: expect.stringContaining('exceeds the upper limit'),
  })
})

it.each<[string, Partial<FunctionConfig>, string]>([
  ['two timers', { triggers: [timer('0 0 4 * * * *'), timer('0 0 5 * * * *')] }, 'one at most'],
  ['a timer of five fields', { triggers: [timer('0 4 * * *')] }, 'seven fields'],
  ['variables of more than 4 KB', { envVariables: { LONG: 'x'.repeat(4096) } }, '4096 at most'],
])('a function with %s is refused when the cloud starts', async (_name, more, words) => {
  const config = { envId: 'env-2', functions: [{ name: 'refused', ...more }] }
  await expect(startTestCloud({ config })).rejects.toThrow(words)
})

it('places in a bundle are told as places in its sources', async () => {
  const root = join(test$.functionsRoot, 'mapped')
  await mkdir(root, { recursive: true })
  const source =
    "export async function main() {\n  console.error(new Error('printed').stack)\n\n  throw new Error('thrown')\n}\n"
  await writeFile(join(root, 'source.ts'), source)
  await build({
    entryPoints: [join(root, 'source.ts')],
    outfile: join(root, 'index.js'),
    format: 'cjs',
    minify: true,
    sourcemap: 'external',
  })
  const place = `${join(root, 'source.ts')}:4:9`
  await expect(cloud.invoke('mapped', {})).rejects.toMatchObject({ message: expect.stringContaining(place) })
  const requestId = lastTrace()?.id
  const printed = async () =>
    (await (await fetch(`${cloud.url}/local/logs/${requestId}`)).json()) as { text: string }[]
  for (let tries = 0; (await printed()).length < 2 && tries < 100; tries++) await wait(10)
  expect((await printed()).map(({ text }) => text).join()).toContain('source.ts:2:17')
})

it('a bundle that cannot be loaded says why', async () => {
  await test$.writeFunction('broken', 'require("./nowhere")')
  await expect(cloud.invoke('broken', {})).rejects.toMatchObject({
    message: expect.stringMatching(/nowhere/),
  })
  await test$.writeFunction('broken', 'exports.other = 1')
  await expect(cloud.invoke('broken', {})).rejects.toMatchObject({
    message: expect.stringMatching(/exports no main/),
  })
})

it.each(['nobody', '../data', 'constructor', ''])('there is no function called "%s"', async (name) => {
  await expect(cloud.invoke(name, {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
})

it('environment variables come from the configuration, and from the options above it', async () => {
  await test$.writeFunction('env', 'exports.main = async () => process.env')
  const seen = (await cloud.invoke('env', {})) as Record<string, string>
  expect(seen).toMatchObject({ FROM_CONFIG: 'config', SECRET: 'only-here', BOTH: 'option', TCB_ENV: 'env-1' })
  expect(seen.HOME).toBeUndefined()
})

it('a rebuilt function takes over with the next call', async () => {
  await test$.writeFunction('hot', 'exports.main = async () => 1')
  expect(await cloud.invoke('hot', {})).toBe(1)
  await test$.writeFunction('hot', 'exports.main = async () => 2')
  await utimes(join(test$.functionsRoot, 'hot/index.js'), new Date(), new Date(Date.now() + 5000))
  expect(await cloud.invoke('hot', {})).toBe(2)
})

it('what a function prints is told with its name and event', async () => {
  await test$.writeFunction(
    'loud',
    'exports.main = async () => { console.log("hello"); console.error("oh"); return 1 }',
  )
  await cloud.invoke('loud', {})
  const requestId = lastTrace()?.id
  for (
    let tries = 0;
    test$.lines.filter(({ source }) => source === 'loud').length < 2 && tries < 100;
    tries++
  )
    await wait(10)
  expect(test$.lines).toContainEqual({ source: 'loud', stream: 'stdout', requestId, text: 'hello' })
  expect(test$.lines).toContainEqual({ source: 'loud', stream: 'stderr', requestId, text: 'oh' })
})

describe('a trace', () => {
  it('holds the calls of its own event and how deep each stood', async () => {
    await test$.writeFunction(
      'deep',
      `${withSdk} exports.main = async () => {
        const x = db.collection('c').doc('x')
        await Promise.all([x.get(), x.get(), db.collection('c').where({ n: 1 }).get()])
        await x.update({ n: db.command.inc(1) })
        await Promise.all([db.collection('c').add({}), x.get()])
      }`,
    )
    await Promise.all([
      cloud.invoke('deep', {}, { openid: 'ann' }),
      cloud.invoke('deep', {}),
      cloud.invoke('deep', {}),
    ])
    const traces = cloud.traces().filter((trace) => trace.function === 'deep')
    for (const { calls, depth } of traces) {
      expect(calls.map((call) => call.depth)).toEqual([1, 1, 1, 2, 3, 3])
      expect(calls[3]).toMatchObject({ action: 'database.modifyDocument', collection: 'c', plan: 'ids' })
      expect(depth).toBe(3)
    }
    expect(traces.filter(({ openid }) => openid === 'ann')).toHaveLength(1)
  })

  it('starts anew with every event of a process', async () => {
    await cloud.invoke('deep', {})
    await cloud.invoke('deep', {})
    expect(lastTrace()?.depth).toBe(3)
  })
})

it('one function calls another, without an identity of its own to pass on', async () => {
  await test$.writeFunction(
    'outer',
    `${withSdk} exports.main = async () => (await app.callFunction({ name: 'who', data: { q: 1 } })).result`,
  )
  expect(await cloud.invoke('outer', {}, { openid: 'ann' })).toMatchObject({
    event: { q: 1 },
    user: '',
    source: 'scf',
  })
  await expect(test$.app.callFunction({ name: 'nobody', data: {} })).rejects.toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
  })
})

it('messages to people are kept for whoever looks', async () => {
  cloud.messages.allow('ann', 'T1')
  cloud.messages.allow('bob', 'T2')
  await test$.writeFunction(
    'notify',
    `${withSdk} exports.main = async () => (await app.callWxOpenApi({ apiName: 'subscribeMessage.send',
      requestData: { touser: 'ann', templateId: 'T1', data: { thing1: { value: 'hi' } } } })).result`,
  )
  expect(await cloud.invoke('notify', {}, { clock: new Date('2030-01-01T00:00:00Z') })).toMatchObject({
    errCode: 0,
  })
  expect(await (await fetch(`${cloud.url}/local/messages`)).json()).toEqual([
    {
      at: '2030-01-01T00:00:00.000Z',
      kind: 'subscribeMessage',
      touser: 'ann',
      templateId: 'T1',
      data: { thing1: { value: 'hi' } },
    },
  ])
  const sent = await test$.app.callCompatibleWxOpenApi({
    apiName: 'subscribeMessage.send',
    requestData: Buffer.from(JSON.stringify({ touser: 'bob', template_id: 'T2', data: {} })) as never,
  })
  expect(sent).toMatchObject({ errCode: 0 })
  expect(cloud.messages.list()).toHaveLength(2)
})

it('one tap allows one message of a template, and WeChat refuses what it would refuse', async () => {
  const send = async (requestData: object) =>
    (await test$.app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })).result
  const message = { touser: 'cai', templateId: 'T1', data: { thing1: { value: 'hi' } } }
  expect(await send(message)).toMatchObject({ errCode: 43101 })
  const call = async (path: string, body: object, token = '') => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(cloud.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const { token } = (await call('/wx/session', { openid: 'cai' })) as { token: string }
  await call('/wx/subscribe', { templates: ['T1', 'T1'] }, token)
  expect(await send({ ...message, data: { thing1: { value: '字'.repeat(21) } } })).toMatchObject({
    errCode: 47003,
    errMsg: 'argument invalid! data.thing1.value invalid',
  })
  expect(await send({ ...message, templateId: 'T2' })).toMatchObject({ errCode: 43101 })
  expect(await send(message)).toMatchObject({ errCode: 0 })
  expect(await send(message)).toMatchObject({ errCode: 43101 })
  expect(await call('/wx/subscribe', { templates: ['T1'] })).toMatchObject({
    error: { code: 'UNAUTHENTICATED' },
  })
})

test.each([
  [undefined, true],
  ['$LATEST', true],
  ['$DEFAULT', true],
  ['1', false],
])('of a function there is the newest version only: asked for %s', async (qualifier, known) => {
  await test$.writeFunction('versioned', 'exports.main = async () => 1')
  const call = test$.app.callFunction({
    name: 'versioned',
    data: {},
    ...(qualifier && { qualifier }),
  } as never)
  if (known) expect((await call).result).toBe(1)
  else await expect(call).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
})
