import { sdkPath, startTestCloud, type TestCloud } from './testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  // Many at once, to see that they do not hurt each other.
  test$ = await startTestCloud({ limits: { databaseConnections: 100 } })
  await test$.cloud.ensureCollections([
    { name: 'plain' },
    {
      name: 'entries',
      indexes: [
        { name: 'owner_month_seq', fields: ['owner', 'month', '-seq'] },
        { name: 'nextOn', fields: ['nextOn'] },
        { name: 'tags', fields: ['tags', 'seq'] },
      ],
    },
    { name: 'pairs', indexes: [{ name: 'left_right', fields: ['left', 'right'], unique: true }] },
  ])
})
afterAll(() => test$.stop())

describe('documents', () => {
  it('come back as they were written, dates and nested fields included', async () => {
    const { db } = test$
    const doc = {
      _id: 'one',
      n: 1.5,
      big: 2 ** 40,
      at: new Date(5),
      o: { list: [1, null, { x: '中' }] },
      yes: true,
    }
    expect(await db.collection('plain').add(doc)).toMatchObject({ id: 'one' })
    expect((await db.collection('plain').doc('one').get()).data).toEqual([doc])
  })

  it('get an id when they bring none', async () => {
    const { id } = await test$.db.collection('plain').add({ a: 1 })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('are an empty list when there are none', async () => {
    expect((await test$.db.collection('plain').doc('nobody').get()).data).toEqual([])
  })

  it('are replaced or made by set, and removed', async () => {
    const place = test$.db.collection('plain').doc('placed')
    expect(await place.set({ a: 1, b: 2 })).toMatchObject({ upsertedId: 'placed' })
    expect(await place.set({ a: 3 })).toMatchObject({ updated: 1 })
    expect((await place.get()).data).toEqual([{ _id: 'placed', a: 3 }])
    expect(await place.remove()).toMatchObject({ deleted: 1 })
    expect(await place.remove()).toMatchObject({ deleted: 0 })
  })

  it('are written all or none when several are added at once', async () => {
    const { db } = test$
    const many = [
      { _id: 'm1', left: 'a', right: 1 },
      { _id: 'm2', left: 'a', right: 1 },
    ]
    await expect(db.collection('pairs').add(many)).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect((await db.collection('pairs').where({ left: 'a' }).count()).total).toBe(0)
    expect(await db.collection('plain').add([{ _id: 'p1' }, { _id: 'p2' }])).toMatchObject({
      ids: ['p1', 'p2'],
    })
  })

  it('belong to collections made before', async () => {
    const { db } = test$
    const missing = { code: 'DATABASE_COLLECTION_NOT_EXIST' }
    await expect(db.collection('nowhere').get()).rejects.toMatchObject(missing)
    await expect(db.collection('nowhere').add({ a: 1 })).rejects.toMatchObject(missing)
    await db.createCollection('made')
    expect((await db.collection('made').get()).data).toEqual([])
    await expect(db.createCollection('made')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    })
  })

  it('may have 512 KB and no more', async () => {
    const { db } = test$
    await db.collection('plain').add({ _id: 'large', text: 'x'.repeat(512 * 1024 - 100) })
    await expect(db.collection('plain').add({ text: 'x'.repeat(512 * 1024) })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
    await expect(
      db
        .collection('plain')
        .doc('large')
        .update({ more: '中'.repeat(100) }),
    ).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('refuse names that reach a prototype', async () => {
    const { db } = test$
    await expect(
      db
        .collection('plain')
        .options({ raw: true } as never)
        .where({})
        .update({ $set: { '__proto__.polluted': 1 } }),
    ).rejects.toThrow(/not allowed/)
    await expect(
      db.collection('plain').where({}).update({ 'constructor.prototype.polluted': 1 }),
    ).rejects.toThrow(/not allowed/)
    await expect(
      db.collection('plain').aggregate().addFields({ 'constructor.prototype.polluted': 1 }).end(),
    ).rejects.toThrow(/not allowed/)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('a conditional update', () => {
  it('succeeds for exactly one of many at the same time', async () => {
    const { db } = test$
    const _ = db.command
    await db.collection('plain').add({ _id: 'account', version: 0, credit: 100, log: [] })
    const results = await Promise.all(
      Array.from({ length: 30 }, (_unused, i) =>
        db
          .collection('plain')
          .where({ _id: _.eq('account'), version: _.eq(0) })
          .update({ version: 1, log: _.push([i]) }),
      ),
    )
    expect(results.filter(({ updated }) => updated === 1)).toHaveLength(1)
    expect((await db.collection('plain').doc('account').get()).data[0]).toMatchObject({
      version: 1,
      log: [expect.any(Number)],
    })
  })

  it('never loses an increment', async () => {
    const { db } = test$
    await db.collection('plain').add({ _id: 'counter', n: 0 })
    await Promise.all(
      Array.from({ length: 50 }, () =>
        db
          .collection('plain')
          .doc('counter')
          .update({ n: db.command.inc(1) }),
      ),
    )
    expect((await db.collection('plain').doc('counter').get()).data[0]).toEqual({ _id: 'counter', n: 50 })
  })
})

describe('a unique index', () => {
  it('lets exactly one of many equal documents in', async () => {
    const { db } = test$
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => db.collection('pairs').add({ left: 'race', right: 7 })),
    )
    const refused = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []))
    expect(refused).toHaveLength(19)
    for (const reason of refused)
      expect(reason).toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringMatching(/E11000.*left_right/),
      })
  })

  it('counts a missing field as null', async () => {
    const pairs = test$.db.collection('pairs')
    await pairs.add({ left: 'nameless' })
    await expect(pairs.add({ left: 'nameless' })).rejects.toThrow(/E11000/)
    await expect(pairs.add({ left: 'nameless', right: null })).rejects.toThrow(/E11000/)
  })

  it('holds for updates, and frees what is changed or removed', async () => {
    const pairs = test$.db.collection('pairs')
    await pairs.add([
      { _id: 'u1', left: 'u', right: 1 },
      { _id: 'u2', left: 'u', right: 2 },
    ])
    await expect(pairs.doc('u2').update({ right: 1 })).rejects.toThrow(/E11000/)
    await pairs.doc('u1').update({ right: 3 })
    await pairs.doc('u2').update({ right: 1 })
    await pairs.doc('u1').remove()
    await pairs.add({ left: 'u', right: 3 })
  })

  it('names a duplicate id by its own index', async () => {
    await expect(
      test$.db.collection('pairs').add([
        { _id: 'same', right: 1 },
        { _id: 'same', right: 2 },
      ]),
    ).rejects.toThrow(/index: _id_/)
  })

  it('is told in the other known form when asked to', async () => {
    const other = await startTestCloud({ duplicateForm: 'DATABASE_DUPLICATE_WRITE' })
    await other.db.createCollection('c')
    await other.db.collection('c').add({ _id: 'x' })
    await expect(other.db.collection('c').add({ _id: 'x' })).rejects.toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
    })
    await other.stop()
  })
})

describe('queries', () => {
  /** Asked from inside a function, so that the trace tells how the answer was found. */
  const plans = async (ask: string) => {
    const data = await test$.cloud.invoke('ask', { ask })
    return { data: data as { seq: number }[], call: test$.cloud.traces().at(-1)?.calls[0] }
  }

  beforeAll(async () => {
    await test$.writeFunction(
      'ask',
      `const tcb = require(${sdkPath})
      const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database(), _ = db.command
      exports.main = async ({ ask }) => (await eval(ask)).data`,
    )
    const docs = Array.from({ length: 3000 }, (_unused, i) => ({
      _id: `e${i}`,
      owner: `m${i % 30}`,
      month: `2026-0${1 + (i % 3)}`,
      seq: i,
      nextOn: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}`,
      tags: [`t${i % 7}`, `u${i % 11}`],
    }))
    for (let from = 0; from < docs.length; from += 1000)
      await test$.db.collection('entries').add(docs.slice(from, from + 1000))
  })

  it('walk a compound index for an equality prefix and the order after it', async () => {
    const { data, call } = await plans(
      `db.collection('entries').where({ owner: _.eq('m3'), month: _.eq('2026-01') }).orderBy('seq', 'desc').limit(20).get()`,
    )
    expect(call).toMatchObject({ plan: 'index owner_month_seq', examined: 20 })
    expect(data.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_unused, i) => 2973 - i * 30))
  })

  it('walk it backwards for the opposite order, and between bounds', async () => {
    const { data, call } = await plans(
      `db.collection('entries').where({ owner: _.eq('m3'), month: _.eq('2026-01'), seq: _.gt(100).and(_.lte(300)) }).orderBy('seq', 'asc').get()`,
    )
    expect(call).toMatchObject({ plan: 'index owner_month_seq', examined: data.length })
    expect(data.map(({ seq }) => seq)).toEqual([123, 153, 183, 213, 243, 273])
  })

  it('walk a range and stop at the limit', async () => {
    const { data, call } = await plans(
      `db.collection('entries').where({ nextOn: _.lte('2026-01-02') }).limit(5).get()`,
    )
    expect(call).toMatchObject({ plan: 'index nextOn', examined: 5 })
    expect(data).toHaveLength(5)
  })

  it('find by an element of an array through its index', async () => {
    const { data, call } = await plans(
      `db.collection('entries').where({ tags: 't3' }).orderBy('seq', 'asc').limit(3).get()`,
    )
    expect(call).toMatchObject({ plan: 'index tags then sort' })
    expect(data.map(({ seq }) => seq)).toEqual([3, 10, 17])
  })

  it('look up ids directly', async () => {
    const { call } = await plans(`db.collection('entries').where({ _id: _.in(['e1', 'e2']) }).get()`)
    expect(call).toMatchObject({ plan: 'ids', examined: 2 })
  })

  it('are told in the log when they scan more than 1000 documents', async () => {
    test$.lines.length = 0
    await plans(`db.collection('entries').where({ seq: _.eq(2999) }).get()`)
    expect(test$.lines).toContainEqual(
      expect.objectContaining({
        source: 'database',
        text: expect.stringMatching(/full scan of 3000 documents in entries.*2999/),
      }),
    )
  })

  it('give 100 documents unless told otherwise, and never more than 1000', async () => {
    const entries = test$.db.collection('entries')
    expect((await entries.get()).data).toHaveLength(100)
    expect((await entries.limit(5000).get()).data).toHaveLength(1000)
    expect((await entries.where({}).count()).total).toBe(3000)
  })

  it('give only the fields asked for', async () => {
    expect(
      (await test$.db.collection('entries').doc('e5').field({ seq: true, _id: false }).get()).data,
    ).toEqual([{ seq: 5 }])
  })

  it('aggregate', async () => {
    const { db } = test$
    const $ = db.command.aggregate
    const { data } = await db
      .collection('entries')
      .aggregate()
      .match({ owner: 'm1' })
      .group({ _id: '$month', n: $.sum(1), most: $.max('$seq') })
      .sort({ _id: 1 })
      .end()
    expect(data).toEqual([{ _id: '2026-02', n: 100, most: 2971 }])
  })
})

describe('transactions', () => {
  it('see their snapshot, and the first writer wins', async () => {
    const { db } = test$
    const _ = db.command
    await db.collection('plain').add({ _id: 'T', n: 70 })
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one.collection('plain').doc('T').get()
    await two
      .collection('plain')
      .doc('T')
      .update({ n: _.inc(1) })
    await expect(
      one
        .collection('plain')
        .doc('T')
        .update({ n: _.inc(1) }),
    ).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    })
    expect((await db.collection('plain').doc('T').get()).data[0]).toMatchObject({ n: 70 })
    await two.commit()
    expect((await db.collection('plain').doc('T').get()).data[0]).toMatchObject({ n: 71 })
    await expect(one.collection('plain').doc('T').get()).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    })
  })

  it('keep reading what was, whatever others write meanwhile', async () => {
    const { db } = test$
    await db.collection('plain').add({ _id: 'S', n: 1 })
    const reader = await db.startTransaction()
    expect((await reader.collection('plain').doc('S').get()).data).toMatchObject({ n: 1 })
    await db.collection('plain').doc('S').update({ n: 2 })
    expect((await reader.collection('plain').doc('S').get()).data).toMatchObject({ n: 1 })
    expect((await reader.collection('plain').doc('none').get()).data).toBeNull()
    await reader.rollback()
  })

  it('find by an index what they wrote themselves, what others changed meanwhile, and in the asked order', async () => {
    const { db } = test$
    const entries = db.collection('entries')
    await entries.add([1, 2, 3, 4].map((seq) => ({ _id: `tx${seq}`, owner: 'tx', month: 'm', seq })))
    const reader = await db.startTransaction()
    const seen = async () => {
      const { data } = await reader
        .collection('entries')
        .where({ owner: 'tx', month: 'm' })
        .orderBy('seq', 'asc')
        .get()
      return data.map(({ seq }: { seq: number }) => seq)
    }
    expect(await seen()).toEqual([1, 2, 3, 4])
    await entries.doc('tx1').update({ owner: 'another' })
    await entries.doc('tx2').remove()
    await entries.add({ _id: 'tx5', owner: 'tx', month: 'm', seq: 5 })
    await reader.collection('entries').doc('tx4').update({ seq: 0 })
    await reader.collection('entries').add({ _id: 'tx6', owner: 'tx', month: 'm', seq: 6 })
    expect(await seen()).toEqual([0, 1, 2, 3, 6])
    await reader.rollback()
  })

  it('make a plain write of the same document wait', async () => {
    const { db } = test$
    await db.collection('plain').add({ _id: 'W', n: 1 })
    const holder = await db.startTransaction()
    await holder
      .collection('plain')
      .doc('W')
      .update({ n: db.command.inc(10) })
    const waiting = db
      .collection('plain')
      .doc('W')
      .update({ n: db.command.mul(2) })
    await holder.commit()
    await waiting
    expect((await db.collection('plain').doc('W').get()).data[0]).toMatchObject({ n: 22 })
  })

  it('conserve a sum under contention', async () => {
    const { db } = test$
    const _ = db.command
    const ids = ['w0', 'w1', 'w2', 'w3', 'w4']
    await db.collection('plain').add(ids.map((_id) => ({ _id, wallet: true, bal: 100 })))
    const moves = Array.from({ length: 40 }, (_unused, i) =>
      db.runTransaction(async (tx: Awaited<ReturnType<typeof db.startTransaction>>) => {
        await tx
          .collection('plain')
          .doc(ids[i % 5] as string)
          .update({ bal: _.inc(-1) })
        await tx
          .collection('plain')
          .doc(ids[(i * 3 + 1) % 5] as string)
          .update({ bal: _.inc(1) })
      }),
    )
    await Promise.allSettled(moves)
    const { data } = await db.collection('plain').where({ wallet: true }).get()
    expect(data.reduce((sum: number, { bal }: { bal?: number }) => sum + (bal ?? 0), 0)).toBe(500)
  })
})
