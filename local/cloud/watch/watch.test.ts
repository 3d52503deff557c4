import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { sdkPath, startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
const watchers: ChildProcess[] = []
beforeAll(async () => {
  test$ = await startTestCloud()
})
afterAll(() => test$.stop())
beforeEach(async () => {
  await test$.cloud.ensureCollections([{ name: 'c' }])
})
afterEach(async () => {
  for (const watcher of watchers.splice(0)) watcher.kill()
  await fetch(`${test$.cloud.url}/local/collections/c`, { method: 'DELETE' })
})

interface Change {
  type?: string
  docs: { _id: string }[]
  docChanges: { dataType: string; queueType: string; docId: string }[]
  error?: string
}

/** The real SDK watches in a process of its own, whose runtime knows WebSockets. */
function watch(ask: string) {
  const program = `
    const tcb = require(${sdkPath}); const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
    const db = app.database(); const _ = db.command; const c = db.collection('c')
    console.warn = console.error = console.log
    const say = (it) => process.stdout.write('>' + JSON.stringify(it) + '\\n')
    const listener = ${ask}.watch({ onChange: (it) => say({ ...it, type: it.type }), onError: (e) => say({ error: JSON.stringify(e.msgData ?? e.message) }) })
    process.stdin.on('data', () => listener.close().then(() => process.exit(0)))`
  const child = spawn(process.execPath, ['--experimental-websocket', '-e', program], {
    env: { ...process.env, ...test$.cloud.sdkEnv },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  watchers.push(child)
  const changes: Change[] = []
  const waiting: ((change: Change) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('>')) return
    const change = JSON.parse(line.slice(1)) as Change
    const next = waiting.shift()
    if (next) next(change)
    else changes.push(change)
  })
  const next = (): Promise<Change> =>
    changes.length > 0
      ? Promise.resolve(changes.shift() as Change)
      : new Promise((resolve) => waiting.push(resolve))
  return { next, child }
}

const idsOf = ({ docs }: Change) => docs.map(({ _id }) => _id)
const kindsOf = ({ docChanges }: Change) =>
  docChanges.map(({ dataType, queueType, docId }) => `${dataType} ${queueType} ${docId}`)

it('tells what is there, then each change of what the query finds, and nothing else', async () => {
  const c = test$.db.collection('c')
  await c.add([
    { _id: 'a', n: 1 },
    { _id: 'z', n: 9 },
  ])
  const { next } = watch('c.where({ n: _.lt(5) })')
  const first = await next()
  expect([first.type, idsOf(first), kindsOf(first)]).toEqual([undefined, ['a'], ['init init a']])
  await c.add({ _id: 'y', n: 8 })
  await c.add({ _id: 'b', n: 2, at: new Date(0) })
  const added = await next()
  expect([kindsOf(added), idsOf(added)]).toEqual([['add enqueue b'], ['a', 'b']])
  expect(added.docs[1]).toEqual({ _id: 'b', n: 2, at: { $date: '1970-01-01T00:00:00Z' } })
  await c.doc('a').update({ n: 3 })
  const updated = await next()
  expect([kindsOf(updated), updated.docs[0]]).toEqual([['update update a'], { _id: 'a', n: 3 }])
  await c.doc('z').update({ n: 0 })
  expect(kindsOf(await next())).toEqual(['update enqueue z'])
  await c.doc('a').update({ n: 7 })
  expect(kindsOf(await next())).toEqual(['update dequeue a'])
  await c.doc('b').remove()
  const removed = await next()
  expect([kindsOf(removed), idsOf(removed)]).toEqual([['remove dequeue b'], ['z']])
})

it('a transaction is one change, when it is committed', async () => {
  const { next } = watch('c')
  expect(idsOf(await next())).toEqual([])
  const transaction = await test$.db.startTransaction()
  await transaction.collection('c').add({ _id: 'a' })
  await transaction.collection('c').add({ _id: 'b' })
  await transaction.commit()
  expect(kindsOf(await next())).toEqual(['add enqueue a', 'add enqueue b'])
})

it('a limit keeps its number: who leaves makes room', async () => {
  const c = test$.db.collection('c')
  await c.add([{ _id: 'a' }, { _id: 'b' }, { _id: 'd' }])
  const { next } = watch('c.limit(2)')
  expect(idsOf(await next())).toEqual(['a', 'b'])
  await c.doc('a').remove()
  expect(kindsOf(await next())).toEqual(['remove dequeue a', 'limit enqueue d'])
})

it('one document is watched by its id', async () => {
  const { next } = watch("c.doc('one')")
  expect(idsOf(await next())).toEqual([])
  await test$.db.collection('c').doc('two').set({ n: 1 })
  await test$.db.collection('c').doc('one').set({ n: 1 })
  expect(kindsOf(await next())).toEqual(['add enqueue one'])
})

it.each([
  ["db.collection('none')", 'DATABASE_COLLECTION_NOT_EXIST'],
  ['c.where({ a: { $bad: 1 } })', 'unknown operator'],
])('a watch of %s ends with what is wrong', async (ask, reason) => {
  expect((await watch(ask).next()).error ?? '').toContain(reason)
})

it('whoever closes is told nothing more, and is forgotten', async () => {
  const { next, child } = watch('c')
  await next()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.write('close')
  expect(await gone).toBe(0)
})
