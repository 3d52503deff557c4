import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Store } from './engine/store'
import { databaseActions } from './gateway/database-actions'
import { buildCloud } from './testing/cloud-process'
import { connect } from './testing/start-test-cloud'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-disk-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const call = (store: Store, action: string, body: Record<string, unknown>) =>
  databaseActions[`database.${action}`]?.(store, { collectionName: 'c', ...body }, 0)

/** Several large documents, each synced on its own, so that the log has more than one block. */
async function writeFive(directory: string) {
  const store = await Store.open({ directory })
  await store.createCollection('c')
  for (let n = 0; n < 5; n++)
    await call(store, 'insertDocument', { data: [`{"_id":"d${n}","text":"${'x'.repeat(20_000)}"}`] })
  await store.close()
  const documents = join(directory, 'documents')
  const log = (await readdir(documents))
    .filter((name) => name.endsWith('.log'))
    .sort()
    .at(-1) as string
  return join(documents, log)
}

async function idsIn(directory: string) {
  const warnings: string[] = []
  const store = await Store.open({ directory, warn: (text) => warnings.push(text) })
  const ids = [...store.collection('c').rows.keys()].map((key) => JSON.parse(key) as string)
  await store.close()
  return { ids, warnings }
}

test.each<[string, (log: string, size: number) => Promise<void>, string[], boolean]>([
  ['whole', async () => undefined, ['d0', 'd1', 'd2', 'd3', 'd4'], false],
  ['that lost its last byte', (log, size) => truncate(log, size - 1), ['d0', 'd1', 'd2', 'd3'], true],
  [
    'that ends in the middle of a record',
    (log, size) => truncate(log, size - 15_000),
    ['d0', 'd1', 'd2', 'd3'],
    true,
  ],
  [
    'that ends within a header',
    (log) => appendFile(log, Buffer.from([1, 2, 3])),
    ['d0', 'd1', 'd2', 'd3', 'd4'],
    true,
  ],
  [
    'with zeros at its end',
    (log) => appendFile(log, Buffer.alloc(500)),
    ['d0', 'd1', 'd2', 'd3', 'd4'],
    true,
  ],
  [
    'with rubbish at its end',
    (log) => appendFile(log, Buffer.alloc(500, 0x41)),
    ['d0', 'd1', 'd2', 'd3', 'd4'],
    true,
  ],
])('of a log %s nothing whole is lost, and what is cut is told', async (name, tear, left, told) => {
  const directory = join(folder, name.replaceAll(' ', '-'))
  const log = await writeFive(directory)
  await tear(log, (await stat(log)).size)
  const { ids, warnings } = await idsIn(directory)
  expect(ids).toEqual(left)
  expect(warnings.length > 0).toBe(told)
  expect(await idsIn(directory)).toEqual({ ids: left, warnings: [] })
})

test('a log that is damaged before records that are whole is not opened: nothing is forgotten in silence', async () => {
  const directory = join(folder, 'damaged')
  const log = await writeFive(directory)
  const bytes = await readFile(log)
  bytes[30_000] = (bytes[30_000] as number) ^ 1
  await writeFile(log, bytes)
  await expect(Store.open({ directory })).rejects.toThrow(/damaged after byte/)
})

test('a full disk gives errors until a restart, and loses nothing that was acknowledged', async () => {
  const program = await buildCloud()
  const directory = join(folder, 'full')
  const cloud = await program.start(directory, 256)
  const db = connect(cloud).database()
  await db.createCollection('c')
  const kept: string[] = []
  let refusal: unknown = null
  for (let n = 0; refusal === null; n++)
    await db
      .collection('c')
      .add({ _id: `d${n}`, text: 'x'.repeat(20_000) })
      .then(() => kept.push(`d${n}`))
      .catch((error: unknown) => {
        refusal = error
      })
  const full = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(/writing to disk failed/) }
  expect(refusal).toMatchObject(full)
  await expect(db.collection('c').add({ _id: 'more' })).rejects.toMatchObject(full)
  await expect(db.collection('c').doc('d0').get()).rejects.toMatchObject(full)
  expect(kept.length).toBeGreaterThan(5)
  cloud.kill()
  await cloud.exited
  expect((await idsIn(directory)).ids).toEqual(expect.arrayContaining(kept))
  await program.remove()
}, 60_000)
