import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from './start-cloud'
import { buildCloud } from './testing/cloud-process'
import { connect } from './testing/start-test-cloud'

let folder: string
let cloudProgram: Awaited<ReturnType<typeof buildCloud>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-cloud-'))
  cloudProgram = await buildCloud()
})
afterAll(async () => {
  await cloudProgram.remove()
  await rm(folder, { recursive: true, force: true })
})

test('nothing acknowledged is lost when the process is killed between writes', async () => {
  const dataDir = join(folder, 'killed')
  const acknowledged = new Set<string>()
  let token = ''
  for (let round = 0; round < 3; round++) {
    const server = await cloudProgram.start(dataDir)
    const db = connect(server).database()
    if (round === 0) {
      const definitions = [
        { name: 'led', indexes: [{ name: 'n', fields: ['n'], unique: true }] },
        { name: 'sum' },
      ]
      await fetch(`${server.url}/local/collections`, { method: 'PUT', body: JSON.stringify(definitions) })
      await db.collection('sum').add({ _id: 'total', n: 0 })
      const session = await fetch(`${server.url}/wx/session`, { method: 'POST', body: '{"openid":"ann"}' })
      token = ((await session.json()) as { token: string }).token
    }
    const ids: string[] = []
    for (let skip = 0; ; skip += 1000) {
      const { data } = await db.collection('led').orderBy('n', 'asc').skip(skip).limit(1000).get()
      ids.push(...data.map(({ _id }: { _id: string }) => _id))
      if (data.length < 1000) break
    }
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([])
    const [total] = (await db.collection('sum').doc('total').get()).data
    expect(total.n).toBeGreaterThanOrEqual(acknowledged.size)
    let running = true
    const writers = Array.from({ length: 8 }, async (_unused, writer) => {
      for (let n = 0; running; n++) {
        const _id = `${round}-${writer}-${n}`
        try {
          await db
            .collection('sum')
            .doc('total')
            .update({ n: db.command.inc(1) })
          await db.collection('led').add({ _id, n: _id })
          acknowledged.add(_id)
        } catch {
          // The server is gone: this write was not acknowledged, and no more will be.
          running = false
        }
      }
    })
    while (running && acknowledged.size < (round + 1) * 100)
      await new Promise((resolve) => setTimeout(resolve, 5))
    server.kill()
    await Promise.all([...writers, server.exited])
  }
  const cloud = await startCloud({ dataDir })
  const db = connect(cloud).database()
  await expect(db.collection('led').add({ n: [...acknowledged][0] })).rejects.toThrow(/E11000/)
  const call = await fetch(`${cloud.url}/wx/call`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{"name":"nobody"}',
  })
  expect(call.status).toBe(404)
  await cloud.close()
}, 60_000)

test('a second process on the same data is refused with words', async () => {
  const dataDir = join(folder, 'locked')
  const first = await startCloud({ dataDir })
  await expect(startCloud({ dataDir })).rejects.toThrow(/in use by this process/)
  const second = await cloudProgram.start(dataDir)
  expect(await second.exited).toBe(1)
  expect(second.complaint()).toMatch(/in use by another process/)
  await first.close()
  await (await startCloud({ dataDir })).close()
}, 20_000)

test('an order of writes is kept: what a later one builds on is never missing', async () => {
  const dataDir = join(folder, 'reopened')
  const before = await startCloud({ dataDir })
  const db = connect(before).database()
  await before.ensureCollections([{ name: 'c', indexes: [{ name: 'a_b', fields: ['a', '-b'] }] }])
  await db.collection('c').add([
    { _id: 'x', a: 1, b: new Date(7), t: '\u0000中' },
    { _id: 5, a: 1 },
  ])
  await db.collection('c').doc('x').update({ a: 2 })
  await db.collection('c').doc(5).remove()
  await before.close()
  const after = await startCloud({ dataDir })
  expect((await connect(after).database().collection('c').get()).data).toEqual([
    { _id: 'x', a: 2, b: new Date(7), t: '\u0000中' },
  ])
  await after.close()
})

test('a collection that is dropped is gone with its documents and indexes, whoever was writing to it', async () => {
  const dataDir = join(folder, 'dropped')
  const before = await startCloud({ dataDir })
  const db = connect(before).database()
  const definition = { name: 'c', indexes: [{ name: 'a', fields: ['a'], unique: true }] }
  await before.ensureCollections([definition, { name: 'other' }])
  await db.collection('c').add({ _id: 'x', a: 1 })
  const open = await db.startTransaction()
  await open.collection('c').doc('x').update({ a: 2 })
  const dropped = await fetch(`${before.url}/local/collections/c`, { method: 'DELETE' })
  expect([dropped.status, await dropped.json()]).toEqual([200, ['other']])
  const gone = { code: 'DATABASE_COLLECTION_NOT_EXIST' }
  await expect(open.commit()).rejects.toMatchObject(gone)
  await expect(db.collection('c').get()).rejects.toMatchObject(gone)
  await before.close()
  const after = await startCloud({ dataDir })
  await after.ensureCollections([definition])
  expect((await connect(after).database().collection('c').count()).total).toBe(0)
  await after.close()
})
