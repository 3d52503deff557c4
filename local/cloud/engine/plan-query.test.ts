import fc from 'fast-check'
import { Collection } from './collection'
import type { Doc } from './document'
import { findRows } from './find'
import { orderKey, reverseKey } from './order-key'
import { describePlan, planQuery, type Sort } from './plan-query'
import { emptyRow, Version } from './row'

function collect(docs: Doc[], indexes: (readonly string[])[]): Collection {
  const collection = new Collection('c')
  for (const [at, fields] of indexes.entries())
    collection.addIndex({ name: `i${at}`, fields: [...fields] }, 'DATABASE_REQUEST_FAILED')
  for (const [_id, doc] of docs.entries()) {
    const row = emptyRow(String(_id))
    collection.rows.set(row.key, row)
    collection.replace(row, Version.ofDoc({ _id, ...doc }))
  }
  return collection
}

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'b', 'a\0', '\uffff'),
  fc.constantFrom(null, true, new Date(0), 0.5),
)
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
const docs = fc.array(fc.record({ a: value, b: value, c: scalar }, { requiredKeys: [] }), { maxLength: 25 })
const limit = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', '\uffff'))
const condition = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc
    .record({ $gt: limit, $lte: limit }, { requiredKeys: [] })
    .filter((range) => Object.keys(range).length > 0),
  fc
    .record({ $gte: limit, $lt: limit }, { requiredKeys: [] })
    .filter((range) => Object.keys(range).length > 0),
)
const query = fc.record({ a: condition, b: condition, c: condition }, { requiredKeys: [] })
const sort = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const)),
  {
    selector: ([field]) => field,
  },
)
const index = fc.constantFrom(['a'], ['a', '-b'], ['b', 'c', '-a'], ['-c', 'a'], ['c'])

test('whatever index is chosen, a query gives what walking all documents gives', () => {
  fc.assert(
    fc.property(
      docs,
      query,
      sort,
      fc.uniqueArray(index, { maxLength: 3 }),
      (given, asked, order, indexes) => {
        const ids = (collection: Collection) =>
          findRows(collection, { query: asked }, { sort: [...order, ['_id', 1]] as Sort }, null).found.map(
            ({ version }) => version.doc._id,
          )
        const found = ids(collect(given, indexes))
        const walked = collect(given, [])
        walked.indexes.length = 0
        expect(found).toEqual(ids(walked))
      },
    ),
    { numRuns: 800 },
  )
})

test('keys sort as the values do, and no key begins another', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.constantFrom(0, -0, Infinity, -Infinity),
  )
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const [a, b] = [orderKey(one), orderKey(other)]
      expect(a < b).toBe(one < other)
      expect(reverseKey(a) > reverseKey(b)).toBe(one < other)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      fc.pre(one !== other)
      expect(orderKey(one) < orderKey(other)).toBe(one < other)
      expect(orderKey(one).startsWith(orderKey(other))).toBe(false)
    }),
  )
})

test.each<[string, Doc, Sort, string]>([
  ['equality and the order after it', { a: 1 }, [['b', -1]], 'index i0'],
  ['equality and the opposite order', { a: 1 }, [['b', 1]], 'index i0'],
  [
    'an order alone',
    {},
    [
      ['a', 1],
      ['b', -1],
    ],
    'index i0 unbounded',
  ],
  ['an order no index has', { a: 1 }, [['c', 1]], 'index i0 then sort'],
  ['a choice, which breaks the order', { a: { $in: [1, 2] } }, [['b', 1]], 'index i0 then sort'],
  ['a range', { a: { $gt: 1 } }, [], 'index i0'],
  ['conditions under $and', { $and: [{ a: 1 }, { b: 2 }] }, [], 'index i0'],
  ['the longer prefix', { b: 1, c: 2, a: { $gt: 0 } }, [], 'index i1'],
  ['an id', { _id: 'x', a: 1 }, [], 'ids'],
  ['a range of ids', { _id: { $gt: 'x' } }, [['_id', 1]], 'index _id_'],
  ['nothing an index knows', { d: 1 }, [], 'scan'],
  ['a choice between conditions', { $or: [{ a: 1 }, { b: 1 }] }, [], 'scan'],
  ['what is not equal', { a: { $ne: 1 } }, [], 'scan'],
])('%s', (_name, asked, order, plan) => {
  const collection = collect(
    [],
    [
      ['a', '-b'],
      ['b', 'c', '-a'],
    ],
  )
  expect(describePlan(planQuery(collection, asked, order))).toBe(plan)
})
