import { Long } from 'bson'
import { startTestCloud, type TestCloud } from './testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud()
  await test$.db.createCollection('c')
})
afterAll(() => test$.stop())

type Doc = Record<string, unknown>
const raw = async (before: Doc, update: Doc) => {
  const { db } = test$
  const { id } = await db.collection('c').add(before)
  const place = db.collection('c').options({ raw: true } as never)
  const outcome = await place.where({ _id: id } as never).update(update)
  const { _id, ...after } = (
    await db
      .collection('c')
      .doc(id as string)
      .get()
  ).data[0]
  return { after, updated: outcome.updated }
}

test.each<[string, Doc, Doc, Doc]>([
  ['$set', { a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
  ['$set nested, made on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set into an array', { a: [{ b: 1 }, { b: 2 }] }, { $set: { 'a.1.b': 9 } }, { a: [{ b: 1 }, { b: 9 }] }],
  ['$set beyond an array', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  [
    '$setOnInsert where nothing is inserted',
    { a: 1 },
    { $setOnInsert: { a: 2, b: 3 }, $set: { c: 4 } },
    { a: 1, c: 4 },
  ],
  ['$unset', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '', 'x.y': '' } }, { a: { c: 2 } }],
  ['$unset in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$inc', { a: 1 }, { $inc: { a: -3, 'b.c': 2 } }, { a: -2, b: { c: 2 } }],
  ['$mul', { a: 4 }, { $mul: { a: 2.5, missing: 3 } }, { a: 10, missing: 0 }],
  ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 4 } }, { a: 3, b: 5, c: 1 }],
  ['$max of dates', { a: new Date(5) }, { $max: { a: new Date(9) } }, { a: new Date(9) }],
  ['$max across types', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
  ['$push one', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
  ['$push to nothing', {}, { $push: { a: { $each: [1, 2], $slice: -1 } } }, { a: [2] }],
  [
    '$push at a position',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push before the end',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: -1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push, sort, slice',
    { a: [3, 1] },
    { $push: { a: { $each: [2, 9], $sort: 1, $slice: 3 } } },
    { a: [1, 2, 3] },
  ],
  [
    '$push, sort by a field downwards',
    { a: [{ n: 1 }, { n: 3 }] },
    { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 } } } },
    { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
  ],
  ['$push and keep none', { a: [3] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
  ['$pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by operators', { a: [1, 2, 3] }, { $pull: { a: { $gte: 2 } } }, { a: [1] }],
  [
    '$pull by fields',
    { a: [{ q: 1 }, { q: 5 }, 7] },
    { $pull: { a: { q: { $gt: 2 } } } },
    { a: [{ q: 1 }, 7] },
  ],
  ['$pullAll', { a: [1, 2, 3, { x: 1 }] }, { $pullAll: { a: [1, 3, { x: 1 }] } }, { a: [2] }],
  ['$pop the last', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  ['$pop the first', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [
    '$addToSet',
    { a: [1, { x: 1 }] },
    { $addToSet: { a: { $each: [1, 2, 2, { x: 1 }] } } },
    { a: [1, { x: 1 }, 2] },
  ],
  ['$addToSet to nothing', {}, { $addToSet: { a: 1 } }, { a: [1] }],
  ['$bit', { a: 13, b: 1 }, { $bit: { a: { and: 10 }, b: { or: 6 }, c: { xor: 5 } } }, { a: 8, b: 7, c: 5 }],
  ['every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 10 } }, { a: [{ n: 11 }, { n: 12 }] }],
  ['$rename', { a: 1, b: 2 }, { $rename: { a: 'c.d', none: 'e' } }, { b: 2, c: { d: 1 } }],
])('%s', async (_name, before, update, after) => {
  expect(await raw({ keep: 1, ...before }, update)).toEqual({ after: { keep: 1, ...after }, updated: 1 })
})

test.each<[string, Doc, Doc, RegExp]>([
  ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, /non-numeric type/],
  ['$inc of null', { a: null }, { $inc: { a: 1 } }, /non-numeric type/],
  ['$inc by text', { a: 1 }, { $inc: { a: '1' } }, /non-numeric argument/],
  ['$mul of an array', { a: [] }, { $mul: { a: 1 } }, /non-numeric type/],
  ['$push on a number', { a: 1 }, { $push: { a: 1 } }, /must be an array/],
  ['$push on null', { a: null }, { $push: { a: 1 } }, /must be an array/],
  [
    '$push with an unknown clause',
    { a: [] },
    { $push: { a: { $each: [], $foo: 1 } } },
    /Unrecognized clause/,
  ],
  ['$push of no array', { a: [] }, { $push: { a: { $each: 1 } } }, /\$each must be an array/],
  [
    '$push with half a slice',
    { a: [] },
    { $push: { a: { $each: [], $slice: 0.5 } } },
    /\$slice must be an integer/,
  ],
  ['$addToSet on text', { a: 'x' }, { $addToSet: { a: 1 } }, /must be an array/],
  ['$pull from a document', { a: {} }, { $pull: { a: 1 } }, /must be an array/],
  ['$pullAll without a list', { a: [1] }, { $pullAll: { a: 1 } }, /requires an array/],
  ['$pop by two', { a: [1] }, { $pop: { a: 2 } }, /expects 1 or -1/],
  ['$pop of a number', { a: 1 }, { $pop: { a: 1 } }, /must be an array/],
  ['$set through a number', { a: 1 }, { $set: { 'a.b': 9 } }, /Cannot create field 'b'/],
  ['$set a name in an array', { a: [1] }, { $set: { 'a.b': 9 } }, /Cannot create field 'b'/],
  ['$rename to no name', { a: 1 }, { $rename: { a: 1 } }, /\$rename/],
  ['$rename to itself', { a: 1 }, { $rename: { a: 'a' } }, /conflict at 'a'/],
  ['the id', { a: 1 }, { $set: { _id: 2 } }, /immutable field '_id'/],
  ['two operators on one field', { a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, /conflict at 'a'/],
  ['a field and one inside it', { a: { b: 1 } }, { $set: { a: {} }, $inc: { 'a.b': 1 } }, /conflict at 'a'/],
  ['$bit of a fraction', { a: 1.5 }, { $bit: { a: { and: 1 } } }, /non-numeric type/],
  [
    '$bit by an unknown operation',
    { a: 1 },
    { $bit: { a: { nand: 1 } } },
    /only supports 'and', 'or' and 'xor'/,
  ],
  ['the element of a query that names none', { a: [1] }, { $set: { 'a.$': 2 } }, /did not find the match/],
  ['every element of no array', { a: 1 }, { $set: { 'a.$[]': 2 } }, /must exist in the document/],
  ['an element by a filter nobody gave', { a: [1] }, { $set: { 'a.$[x]': 2 } }, /No array filter found/],
  ['an empty name', { a: 1 }, { $set: { 'a..b': 1 } }, /empty field name/],
  ['an unknown operator', { a: 1 }, { $frobnicate: { a: 1 } }, /Unknown modifier/],
  ['an operator without fields', { a: 1 }, { $set: 1 }, /Modifiers operate on fields/],
])('%s is refused', async (_name, before, update, message) => {
  await expect(raw(before, update)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})

test('a refused update changes nothing, not even what its first operator did', async () => {
  const { db } = test$
  await db.collection('c').add({ _id: 'whole', a: 1, b: 'x' })
  await expect(
    db
      .collection('c')
      .doc('whole')
      .update({ a: 2, b: db.command.inc(1) }),
  ).rejects.toThrow()
  expect((await db.collection('c').doc('whole').get()).data[0]).toEqual({ _id: 'whole', a: 1, b: 'x' })
})

test('an update that changes nothing updates nothing', async () => {
  expect(await raw({ a: 1 }, { $set: { a: 1 } })).toMatchObject({ updated: 0 })
})

test('the commands of the SDK do what they say', async () => {
  const { db } = test$
  const _ = db.command
  await db.collection('c').add({ _id: 'sdk', list: [2], set: [1], gone: 1, o: { a: 1, b: 1 }, old: 5 })
  await db
    .collection('c')
    .doc('sdk')
    .update({
      list: _.push({ each: [1, 3], position: 0, sort: 1, slice: 3 } as never),
      set: _.addToSet({ $each: [1, 2] }),
      gone: _.remove(),
      o: { a: 2 },
      old: _.rename('fresh'),
      at: db.serverDate({ offset: 1000 }),
    })
  expect((await db.collection('c').doc('sdk').get()).data[0]).toEqual({
    _id: 'sdk',
    list: [1, 2, 3],
    set: [1, 2],
    o: { a: 2, b: 1 },
    fresh: 5,
    at: expect.any(Date),
  })
  await db
    .collection('c')
    .doc('sdk')
    .update({ list: _.unshift([0]), set: _.pull(_.in([1])), o: _.set({ c: 1 }) })
  await db.collection('c').doc('sdk').update({ list: _.pop(), set: _.shift() })
  expect((await db.collection('c').doc('sdk').get()).data[0]).toMatchObject({
    list: [0, 1, 2],
    set: [],
    o: { c: 1 },
  })
})

test.each<[string, Doc, Doc]>([
  [
    'a field of it',
    { 'list.k': 'b' },
    {
      list: [
        { k: 'a', n: 1 },
        { k: 'b', n: 7 },
        { k: 'b', n: 3 },
      ],
    },
  ],
  [
    '$elemMatch',
    { list: { $elemMatch: { k: 'b', n: 3 } } },
    {
      list: [
        { k: 'a', n: 1 },
        { k: 'b', n: 2 },
        { k: 'b', n: 8 },
      ],
    },
  ],
  [
    'two conditions',
    { $and: [{ 'list.k': 'b' }, { 'list.n': { $gt: 2 } }] },
    {
      list: [
        { k: 'a', n: 1 },
        { k: 'b', n: 2 },
        { k: 'b', n: 8 },
      ],
    },
  ],
])('`$` is the first element the query finds, by %s', async (_name, query, after) => {
  const { db } = test$
  const place = db.collection('c').options({ raw: true } as never)
  const { id } = await db.collection('c').add({
    list: [
      { k: 'a', n: 1 },
      { k: 'b', n: 2 },
      { k: 'b', n: 3 },
    ],
  })
  await place.where({ _id: id, ...query } as never).update({ $inc: { 'list.$.n': 5 } })
  expect(
    (
      await db
        .collection('c')
        .doc(id as string)
        .get()
    ).data[0],
  ).toEqual({ _id: id, ...after })
})

test('a long integer is kept exactly, and counted with exactly', async () => {
  const place = test$.db.collection('c').options({ raw: true } as never)
  const long = (digits: string) => Long.fromString(digits)
  const have = async (digits: string) => (await place.where({ n: long(digits) } as never).count()).total
  await test$.db.collection('c').add({ _id: 'long', small: 2 ** 53 - 1 })
  // Only raw queries and updates leave a long integer whole: `add` takes it apart.
  await place.where({ _id: 'long' } as never).update({ $set: { n: long('9007199254740993') } })
  await place.where({ _id: 'long' } as never).update({ $inc: { n: 2, small: 1 } })
  expect([await have('9007199254740994'), await have('9007199254740995')]).toEqual([0, 1])
})

test('$currentDate writes the time of the cloud', async () => {
  const now = new Date('2031-01-01T00:00:00Z')
  test$.cloud.clock.set(now.getTime(), true)
  const { after } = await raw(
    { a: 1 },
    { $currentDate: { at: true, 'b.at': { $type: 'date' } }, $set: { c: 2 } },
  )
  test$.cloud.clock.set(null)
  expect(after).toEqual({ a: 1, at: now, b: { at: now }, c: 2 })
  await expect(raw({}, { $currentDate: { at: 'today' } })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
  })
  await expect(raw({}, { $currentDate: { at: true }, $set: { at: 1 } })).rejects.toMatchObject({
    message: expect.stringContaining('conflict'),
  })
})
