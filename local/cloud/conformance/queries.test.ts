import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

/** The SDK's types know one of its geometries only. */
interface Shapes {
  Point: new (longitude: number, latitude: number) => object
  LineString: new (points: object[]) => object
  Polygon: new (rings: object[]) => object
}

/** What each operator of `db.command` finds, asked through the SDK. */
let test$: TestCloud
let db: TestCloud['db']
beforeAll(async () => {
  test$ = await startTestCloud()
  db = test$.db
  await db.createCollection('c')
  const { Point, Polygon, LineString } = db.Geo as unknown as Shapes
  const square = (size: number) =>
    new Polygon([
      new LineString([
        new Point(0, 0),
        new Point(size, 0),
        new Point(size, size),
        new Point(0, size),
        new Point(0, 0),
      ]),
    ])
  await db.collection('c').add([
    {
      _id: 'a',
      n: 1,
      s: 'apple',
      tags: ['x', 'y'],
      at: new Date(1000),
      o: { k: 1, l: 2 },
      place: new Point(0.5, 0.5),
    },
    { _id: 'b', n: 2, s: 'Banana', tags: ['y'], at: new Date(2000), o: { k: 2 }, place: new Point(5, 5) },
    {
      _id: 'c',
      n: 3,
      s: 'cherry',
      tags: [],
      lines: [
        { q: 1, p: 9 },
        { q: 5, p: 2 },
      ],
      place: square(2),
    },
    { _id: 'd', n: null, s: '7', tags: 'x', lines: [{ q: 1, p: 2 }], nested: [[1, 2], [3]] },
    {
      _id: 'e',
      n: [2, 8],
      yes: true,
      deep: { list: [{ v: 1 }, { v: 2 }] },
      place: new LineString([new Point(1, -1), new Point(1, 1)]),
    },
    { _id: 'f', n: 1.5, yes: false, s: '' },
  ])
})
afterAll(() => test$.stop())

/** Declared without its two arguments. */
const mod = (_: TestCloud['db']['command'], divisor: number, rest: number) =>
  (_.mod as unknown as (divisor: number, rest: number) => never)(divisor, rest)

type Ask = (_: TestCloud['db']['command'], geo: TestCloud['db']['Geo']) => Record<string, unknown>
const found = async (ask: Ask, raw = false) => {
  const place = raw ? db.collection('c').options({ raw: true } as never) : db.collection('c')
  const { data } = await place.where(ask(db.command, db.Geo)).get()
  return data.map(({ _id }: { _id: string }) => _id).join('')
}

test.each<[string, Ask, string]>([
  ['a value', () => ({ n: 1 }), 'a'],
  ['an element of an array', () => ({ tags: 'y' }), 'ab'],
  ['eq', (_) => ({ n: _.eq(2) }), 'be'],
  ['eq null, which finds what is missing', (_) => ({ n: _.eq(null) }), 'd'],
  ['eq null of a field few have', (_) => ({ yes: _.eq(null) }), 'abcd'],
  ['eq a date', (_) => ({ at: _.eq(new Date(2000)) }), 'b'],
  ['eq a whole array', (_) => ({ n: _.eq([2, 8]) }), 'e'],
  ['eq an empty array', (_) => ({ tags: _.eq([]) }), 'c'],
  ['eq an array in an array', (_) => ({ nested: _.eq([3]) }), 'd'],
  ['eq a document', (_) => ({ lines: _.eq({ q: 1, p: 2 }) }), 'd'],
  ['eq a document, whose order counts', (_) => ({ lines: _.eq({ p: 2, q: 1 }) }), ''],
  ['neq', (_) => ({ n: _.neq(2) }), 'acdf'],
  ['neq of an element', (_) => ({ tags: _.neq('x') }), 'bcef'],
  ['gt', (_) => ({ n: _.gt(2) }), 'ce'],
  ['gte', (_) => ({ n: _.gte(2) }), 'bce'],
  ['lt', (_) => ({ n: _.lt(2) }), 'af'],
  ['lte', (_) => ({ n: _.lte(1.5) }), 'af'],
  ['gt compares texts with texts only', (_) => ({ s: _.gt('7') }), 'abc'],
  ['gt of dates', (_) => ({ at: _.gt(new Date(1000)) }), 'b'],
  ['gt of booleans', (_) => ({ yes: _.gt(false) }), 'e'],
  ['two bounds, each met by another element', (_) => ({ n: _.gt(7).and(_.lt(3)) }), 'e'],
  ['in', (_) => ({ n: _.in([1, 3, null]) }), 'acd'],
  ['in nothing', (_) => ({ n: _.in([]) }), ''],
  ['in patterns', (_) => ({ s: _.in([/^a/, '7']) }), 'ad'],
  ['nin', (_) => ({ n: _.nin([1, 2]) }), 'cdf'],
  ['nin finds what is missing', (_) => ({ yes: _.nin([true]) }), 'abcdf'],
  ['and', (_) => ({ n: _.and(_.gt(1), _.lt(3)) }), 'bef'],
  ['and of queries', (_) => _.and([{ n: 1 }, { s: 'apple' }]) as never, 'a'],
  ['or on a field', (_) => ({ n: _.eq(1).or(_.eq(3)) }), 'ac'],
  ['or of queries', (_) => _.or([{ n: 1 }, { tags: 'y' }]) as never, 'ab'],
  ['nor', (_) => _.nor([{ n: _.gt(0) }, { s: '7' }]) as never, ''],
  ['not', (_) => ({ n: _.not(_.gt(1)) }), 'ad'],
  ['exists', (_) => ({ yes: _.exists(true) }), 'ef'],
  ['exists not', (_) => ({ n: _.exists(false) }), ''],
  ['exists within an array', (_) => ({ 'lines.q': _.exists(true) }), 'cd'],
  ['size', (_) => ({ tags: _.size(1) }), 'b'],
  ['size zero', (_) => ({ tags: _.size(0) }), 'c'],
  ['all', (_) => ({ tags: _.all(['x', 'y']) }), 'a'],
  ['all of one, which need be no array', (_) => ({ tags: _.all(['x']) }), 'ad'],
  ['all of nothing', (_) => ({ tags: _.all([]) }), ''],
  ['mod', (_) => ({ n: mod(_, 2, 0) }), 'be'],
  ['mod cuts fractions', (_) => ({ n: mod(_, 3, 1) }), 'af'],
  ['elemMatch of documents', (_) => ({ lines: _.elemMatch({ q: _.gt(1), p: _.lt(9) }) }), 'c'],
  ['elemMatch is met by one element alone', (_) => ({ lines: _.elemMatch({ q: 1, p: 2 }) }), 'd'],
  ['elemMatch of values', (_) => ({ n: _.elemMatch(_.gt(7)) as never }), 'e'],
  ['elemMatch finds no values by fields', (_) => ({ tags: _.elemMatch({ length: 1 }) }), ''],
  ['a path into documents', () => ({ 'o.k': 2 }), 'b'],
  ['a document flattened by the SDK', () => ({ o: { k: 1 } }), 'a'],
  ['a path through arrays', () => ({ 'deep.list.v': 2 }), 'e'],
  ['a place in an array', () => ({ 'lines.0.q': 1 }), 'cd'],
  ['a place beyond', () => ({ 'lines.1.q': 5 }), 'c'],
  ['a pattern', () => ({ s: /an/ }), 'b'],
  ['a pattern without case', () => ({ s: /^B.*a$/i }), 'b'],
  ['db.RegExp', () => ({ s: db.RegExp({ regexp: '^CH', options: 'i' }) }), 'c'],
  ['expr', (_) => _.expr(_.aggregate.gt(['$o.l', '$o.k'])) as never, 'a'],
  [
    'jsonSchema',
    (_) => _.jsonSchema({ required: ['yes'], properties: { yes: { bsonType: 'bool' } } }) as never,
    'ef',
  ],
  [
    'geoNear, nearest first',
    (_, g) => ({ place: _.geoNear({ geometry: new g.Point(5, 4.9), maxDistance: 1e6, minDistance: 0 }) }),
    'bcea',
  ],
  [
    'geoNear within metres',
    (_, g) => ({ place: _.geoNear({ geometry: new g.Point(5, 4.9), maxDistance: 20_000, minDistance: 0 }) }),
    'b',
  ],
  [
    'geoNear beyond metres',
    (_, g) => ({
      place: _.geoNear({ geometry: new g.Point(5, 4.9), maxDistance: 1e6, minDistance: 500_000 }),
    }),
    'ea',
  ],
  [
    'geoWithin a sphere',
    (_, g) => ({ place: _.geoWithin({ centerSphere: [new g.Point(0, 0), 0.02] } as never) }),
    'a',
  ],
])('%s', async (_name, ask, ids) => {
  expect(await found(ask)).toBe(ids)
})

test.each<[string, Record<string, unknown>, string]>([
  ['$type by name', { n: { $type: 'double' } }, 'f'],
  ['$type by several', { n: { $type: ['null', 'array'] } }, 'de'],
  ['$type number', { yes: { $type: 8 } }, 'ef'],
  ['$regex with options', { s: { $regex: '^banana$', $options: 'i' } }, 'b'],
  ['$not of a pattern', { s: { $not: /a/ } }, 'cdef'],
  ['$comment', { n: 1, $comment: 'why' }, 'a'],
  ['$all with $elemMatch', { lines: { $all: [{ $elemMatch: { q: 5 } }, { $elemMatch: { p: 9 } }] } }, 'c'],
])('raw: %s', async (_name, query, ids) => {
  expect(await found(() => query, true)).toBe(ids)
})

test('areas: what lies within, and what crosses', async () => {
  const { Point, Polygon, LineString } = db.Geo as unknown as Shapes
  const corners = [
    [-1, -2],
    [3, -2],
    [3, 3],
    [-1, 3],
    [-1, -2],
  ] as const
  const geometry = new Polygon([new LineString(corners.map(([x, y]) => new Point(x, y)))])
  expect(await found((_) => ({ place: _.geoWithin({ geometry }) }))).toBe('ace')
  expect(
    await found((_) => ({
      place: _.geoIntersects({ geometry: new LineString([new Point(0.7, 1.5), new Point(5, 5)]) }),
    })),
  ).toBe('bc')
  expect(await found((_) => ({ place: _.geoIntersects({ geometry: new Point(1, 0) }) }))).toBe('ce')
})

test.each<[string, Record<string, unknown>, RegExp]>([
  ['an operator there is not', { n: { $near_by: 1 } }, /unknown operator: \$near_by/],
  ['a top operator there is not', { $where: 'true' }, /unknown top level operator: \$where/],
  ['an empty $or', { $or: [] }, /nonempty array/],
  ['$in of no array', { n: { $in: 1 } }, /\$in needs an array/],
  ['a divisor of zero', { n: { $mod: [0, 1] } }, /divisor cannot be 0/],
  ['a pattern that is none', { s: { $regex: '(' } }, /Regular expression is invalid/],
  ['half a size', { tags: { $size: 1.5 } }, /Failed to parse \$size/],
  ['a type there is not', { n: { $type: 'money' } }, /Unknown type name alias/],
  ['a schema keyword there is not', { $jsonSchema: { wat: 1 } }, /Unknown \$jsonSchema keyword/],
  [
    'a place that is none',
    { place: { $nearSphere: { $geometry: { type: 'Point', coordinates: [200, 0] } } } },
    /out of bounds/,
  ],
  [
    'an area that is none',
    { place: { $geoWithin: { $geometry: { type: 'Point', coordinates: [0, 0] } } } },
    /\$geoWithin not supported/,
  ],
])('%s is refused', async (_name, query, message) => {
  await expect(found(() => query, true)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})

test('fields that are shown: by name, left out, a part of an array, one element of it', async () => {
  const _ = db.command
  const shown = async (fields: Record<string, unknown>) =>
    (await db.collection('c').doc('c').field(fields).get()).data[0]
  expect(await shown({ n: true })).toEqual({ _id: 'c', n: 3 })
  expect(await shown({ 'lines.q': 1, _id: 0 })).toEqual({ lines: [{ q: 1 }, { q: 5 }] })
  expect(await shown({ place: false, tags: false, s: 0 })).toEqual({
    _id: 'c',
    n: 3,
    lines: [
      { q: 1, p: 9 },
      { q: 5, p: 2 },
    ],
  })
  expect(await shown({ lines: _.project.slice(-1) as never })).toMatchObject({
    n: 3,
    lines: [{ q: 5, p: 2 }],
  })
  expect(await shown({ lines: _.project.elemMatch({ q: 5 }) as never })).toEqual({
    _id: 'c',
    lines: [{ q: 5, p: 2 }],
  })
})

test.each<[string, unknown]>([
  ['dates', new Date(1_764_000_000_123)],
  ['integers, fractions, negatives', [0, -1, 2 ** 31, 2 ** 53 - 1, 0.1, -0.5, 1e300]],
  [
    'texts of every kind',
    ['', '\u0000', '"\\', '中文', '😀', '$notAnOperator', '{"$oid":"000000000000000000000000"}'],
  ],
  ['nothing, truth, arrays, documents', [null, true, false, [], {}, [[1], { a: [{}] }]]],
])('%s come back as they were', async (name, value) => {
  const { id } = await db.collection('c').add({ kind: name, value })
  const { data } = await db
    .collection('c')
    .doc(id as string)
    .get()
  await db
    .collection('c')
    .doc(id as string)
    .remove()
  expect(data[0].value).toEqual(value)
})
