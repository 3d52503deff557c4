import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

/** Each operator and stage of `db.command.aggregate` with what it makes, asked through the SDK. */
let test$: TestCloud
let db: TestCloud['db']
beforeAll(async () => {
  test$ = await startTestCloud()
  db = test$.db
  for (const name of ['one', 'sales', 'goods', 'none']) await db.createCollection(name)
  await db.collection('one').add({
    _id: 'x',
    n: 7,
    m: -2.5,
    z: 0,
    s: 'Hello',
    u: '心心a',
    list: [3, 1, 2],
    docs: [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
    at: new Date('2026-01-01T18:30:15.250Z'),
    o: { a: 1, b: 2 },
    nothing: null,
  })
  await db.collection('goods').add([
    { _id: 'tea', price: 10, kind: 'drink' },
    { _id: 'cake', price: 30, kind: 'food' },
  ])
  await db.collection('sales').add([
    { _id: 1, good: 'tea', n: 2, tags: ['hot', 'new'] },
    { _id: 2, good: 'cake', n: 1, tags: [] },
    { _id: 3, good: 'tea', n: 5, tags: ['hot'] },
    { _id: 4, good: 'pie', n: 4 },
  ])
})
afterAll(() => test$.stop())

/** `then` is the operator's own word; nobody waits for these. */
const THEN = 'then' as string

type Operators = Record<string, (argument: unknown) => unknown>
const work = async (make: ($: Operators) => unknown) => {
  const { data } = await db
    .collection('one')
    .aggregate()
    .project({ _id: 0, value: make(db.command.aggregate as unknown as Operators) })
    .end()
  return (data[0] as { value?: unknown }).value
}

test.each<[string, ($: Operators) => unknown, unknown]>([
  ['abs', ($) => $.abs?.('$m'), 2.5],
  ['add', ($) => $.add?.(['$n', 1, '$m']), 5.5],
  ['add to a date', ($) => $.add?.(['$at', 1000]), new Date('2026-01-01T18:30:16.250Z')],
  ['add of nothing', ($) => $.add?.(['$n', '$missing']), null],
  ['ceil', ($) => $.ceil?.('$m'), -2],
  ['divide', ($) => $.divide?.(['$n', 2]), 3.5],
  ['exp', ($) => $.exp?.('$z'), 1],
  ['floor', ($) => $.floor?.('$m'), -3],
  ['ln', ($) => $.ln?.(1), 0],
  ['log', ($) => $.log?.([1000, 10]), 3],
  ['log10', ($) => $.log10?.(100), 2],
  ['mod', ($) => $.mod?.([-7, 3]), -1],
  ['multiply', ($) => $.multiply?.(['$n', '$m']), -17.5],
  ['pow', ($) => $.pow?.([2, 10]), 1024],
  ['sqrt', ($) => $.sqrt?.(9), 3],
  ['subtract', ($) => $.subtract?.(['$n', 10]), -3],
  ['subtract of dates', ($) => $.subtract?.(['$at', new Date('2026-01-01T18:30:15.000Z')]), 250],
  ['trunc', ($) => $.trunc?.('$m'), -2],
  ['arrayElemAt', ($) => $.arrayElemAt?.(['$list', -1]), 2],
  ['arrayElemAt beyond', ($) => $.arrayElemAt?.(['$list', 9]), undefined],
  ['arrayToObject', ($) => $.arrayToObject?.('$docs'), { a: 1, b: 2 }],
  ['arrayToObject of pairs, arrays as values', ($) => $.arrayToObject?.([[['a', [1, 2]]]]), { a: [1, 2] }],
  ['concatArrays', ($) => $.concatArrays?.(['$list', [9]]), [3, 1, 2, 9]],
  ['filter', ($) => $.filter?.({ input: '$list', as: 'e', cond: $.gte?.(['$$e', 2]) }), [3, 2]],
  ['in', ($) => $.in?.([2, '$list']), true],
  ['indexOfArray', ($) => $.indexOfArray?.(['$list', 2]), 2],
  ['indexOfArray from a place where it is not', ($) => $.indexOfArray?.(['$list', 3, 1]), -1],
  ['isArray', ($) => $.isArray?.('$list'), true],
  ['map', ($) => $.map?.({ input: '$list', as: 'e', in: $.multiply?.(['$$e', '$n']) }), [21, 7, 14]],
  ['range', ($) => $.range?.([0, 7, 3]), [0, 3, 6]],
  ['reduce', ($) => $.reduce?.({ input: '$list', initialValue: 10, in: $.add?.(['$$value', '$$this']) }), 16],
  ['reverseArray', ($) => $.reverseArray?.('$list'), [2, 1, 3]],
  ['size', ($) => $.size?.('$list'), 3],
  ['slice', ($) => $.slice?.(['$list', 1, 5]), [1, 2]],
  ['slice of the last', ($) => $.slice?.(['$list', -2]), [1, 2]],
  [
    'zip',
    ($) => $.zip?.({ inputs: ['$list', ['a']], useLongestLength: true, defaults: [0, '-'] }),
    [
      [3, 'a'],
      [1, '-'],
      [2, '-'],
    ],
  ],
  ['zip to the shortest', ($) => $.zip?.({ inputs: ['$list', []] }), []],
  ['and', ($) => $.and?.(['$n', true]), true],
  ['or', ($) => $.or?.(['$z', '$nothing']), false],
  ['not', ($) => $.not?.(['$z']), true],
  ['not of an empty array, which is true', ($) => $.not?.([[]]), false],
  ['cmp', ($) => $.cmp?.(['$n', 8]), -1],
  ['eq', ($) => $.eq?.(['$n', 7]), true],
  ['eq of an array and its element', ($) => $.eq?.(['$list', 3]), false],
  ['neq', ($) => $.neq?.(['$n', 7]), false],
  ['gt across types', ($) => $.gt?.(['$s', 100]), true],
  ['gte', ($) => $.gte?.([2, 2]), true],
  ['lt, what is missing before null', ($) => $.lt?.(['$missing', '$nothing']), true],
  ['lte', ($) => $.lte?.([3, 2]), false],
  ['cond by names', ($) => $.cond?.({ if: '$z', [THEN]: 'yes', else: 'no' }), 'no'],
  ['cond in order', ($) => $.cond?.(['$n', 'yes', 'no']), 'yes'],
  ['ifNull', ($) => $.ifNull?.(['$nothing', '$n']), 7],
  [
    'switch',
    ($) => $.switch?.({ branches: [{ case: $.lt?.(['$n', 5]), [THEN]: 'low' }], default: 'high' }),
    'high',
  ],
  [
    'dateFromParts',
    ($) => $.dateFromParts?.({ year: 2026, month: 14, day: 1, hour: 8, timezone: 'Asia/Shanghai' }),
    new Date('2027-02-01T00:00:00Z'),
  ],
  [
    'dateFromParts of a week',
    ($) => $.dateFromParts?.({ isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 1 }),
    new Date('2025-12-29T00:00:00Z'),
  ],
  [
    'dateFromString',
    ($) => $.dateFromString?.({ dateString: '2026-01-02T03:04:05', timezone: '+08:00' }),
    new Date('2026-01-01T19:04:05Z'),
  ],
  [
    'dateFromString by a format',
    ($) => $.dateFromString?.({ dateString: '02/01/2026', format: '%d/%m/%Y' }),
    new Date('2026-01-02T00:00:00Z'),
  ],
  ['dateFromString that fails', ($) => $.dateFromString?.({ dateString: 'soon', onError: 'never' }), 'never'],
  ['dateToString', ($) => $.dateToString?.({ date: '$at' }), '2026-01-01T18:30:15.250Z'],
  [
    'dateToString in a zone',
    ($) =>
      $.dateToString?.({
        date: '$at',
        format: '%Y-%m-%d %H:%M:%S.%L %z %j %u %V %G',
        timezone: 'Asia/Shanghai',
      }),
    '2026-01-02 02:30:15.250 +0800 002 5 01 2026',
  ],
  ['dateToString of nothing', ($) => $.dateToString?.({ date: '$nothing', onNull: '-' }), '-'],
  ['dayOfMonth in a zone', ($) => $.dayOfMonth?.({ date: '$at', timezone: '+08:00' }), 2],
  ['dayOfWeek, Sunday is 1', ($) => $.dayOfWeek?.('$at'), 5],
  ['dayOfYear', ($) => $.dayOfYear?.('$at'), 1],
  ['hour', ($) => $.hour?.('$at'), 18],
  ['isoDayOfWeek', ($) => $.isoDayOfWeek?.('$at'), 4],
  ['isoWeek', ($) => $.isoWeek?.(new Date('2021-01-03T00:00:00Z')), 53],
  ['isoWeekYear', ($) => $.isoWeekYear?.(new Date('2021-01-03T00:00:00Z')), 2020],
  ['millisecond', ($) => $.millisecond?.('$at'), 250],
  ['minute', ($) => $.minute?.('$at'), 30],
  ['month', ($) => $.month?.('$at'), 1],
  ['second', ($) => $.second?.('$at'), 15],
  ['week, which begins on Sunday', ($) => $.week?.(new Date('2026-01-04T00:00:00Z')), 1],
  ['week before the first Sunday', ($) => $.week?.('$at'), 0],
  ['year', ($) => $.year?.('$at'), 2026],
  ['literal', ($) => $.literal?.('$n'), '$n'],
  ['mergeObjects', ($) => $.mergeObjects?.(['$o', { b: 9 }, '$nothing']), { a: 1, b: 9 }],
  [
    'objectToArray',
    ($) => $.objectToArray?.('$o'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],
  ['allElementsTrue', ($) => $.allElementsTrue?.(['$list']), true],
  ['anyElementTrue', ($) => $.anyElementTrue?.([[0, false]]), false],
  ['setDifference', ($) => $.setDifference?.(['$list', [1]]), [3, 2]],
  ['setEquals', ($) => $.setEquals?.(['$list', [1, 2, 3, 3]]), true],
  ['setIntersection', ($) => $.setIntersection?.(['$list', [2, 3, 4]]), [3, 2]],
  ['setIsSubset', ($) => $.setIsSubset?.([[1, 2], '$list']), true],
  ['setUnion', ($) => $.setUnion?.(['$list', [4, 1]]), [3, 1, 2, 4]],
  ['concat', ($) => $.concat?.(['$s', '-', '$u']), 'Hello-心心a'],
  ['concat of nothing', ($) => $.concat?.(['$s', '$nothing']), null],
  ['indexOfBytes', ($) => $.indexOfBytes?.(['$u', 'a']), 6],
  ['indexOfCP', ($) => $.indexOfCP?.(['$u', 'a']), 2],
  ['split', ($) => $.split?.(['a/b//c', '/']), ['a', 'b', '', 'c']],
  ['strLenBytes', ($) => $.strLenBytes?.('$u'), 7],
  ['strLenCP', ($) => $.strLenCP?.('$u'), 3],
  ['strcasecmp', ($) => $.strcasecmp?.(['$s', 'hELLO']), 0],
  ['substr', ($) => $.substr?.(['$s', 1, -1]), 'ello'],
  ['substrBytes', ($) => $.substrBytes?.(['$u', 3, 3]), '心'],
  ['substrCP', ($) => $.substrCP?.(['$u', 1, 5]), '心a'],
  ['toLower', ($) => $.toLower?.('$s'), 'hello'],
  ['toUpper of nothing', ($) => $.toUpper?.('$nothing'), ''],
  ['let', ($) => $.let?.({ vars: { twice: $.multiply?.(['$n', 2]) }, in: $.add?.(['$$twice', 1]) }), 15],
  ['avg of an array', ($) => $.avg?.('$list'), 2],
  ['max of an array', ($) => $.max?.('$list'), 3],
  ['min of a list', ($) => $.min?.(['$n', '$m']), -2.5],
  ['sum of an array', ($) => $.sum?.('$list'), 6],
  ['stdDevPop', ($) => $.stdDevPop?.([[2, 4, 4, 4, 5, 5, 7, 9]]), 2],
  ['stdDevSamp of one', ($) => $.stdDevSamp?.([[5]]), null],
  ['a path through documents of an array', () => '$docs.v', [1, 2]],
  ['a document of expressions', () => ({ a: '$n', gone: '$missing' }), { a: 7 }],
])('%s', async (_name, make, value) => {
  expect(await work(make)).toEqual(value)
})

test.each<[string, ($: Operators) => unknown, RegExp]>([
  ['division by zero', ($) => $.divide?.(['$n', '$z']), /can't \$divide by zero/],
  ['a sum with a text', ($) => $.add?.(['$s', 1]), /only supports numeric types/],
  ['the size of no array', ($) => $.size?.('$n'), /must be an array/],
  ['a concatenation with a number', ($) => $.concat?.(['$s', '$n']), /requires a string/],
  ['a variable that was never named', () => '$$other', /Use of undefined variable: other/],
  ['an operator there is not', () => ({ $teleport: 1 }), /Unrecognized expression '\$teleport'/],
  ['too few arguments', ($) => $.subtract?.(['$n']), /takes exactly 2 arguments/],
  ['a part of no date', ($) => $.year?.('$s'), /can't convert to Date/],
  [
    'a time zone there is not',
    ($) => $.hour?.({ date: '$at', timezone: 'Mars/Base' }),
    /unrecognized time zone/,
  ],
  ['half a character', ($) => $.substrBytes?.(['$u', 1, 2]), /middle of a UTF-8 character/],
])('%s is refused', async (_name, make, message) => {
  await expect(work(make)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})

type Pipeline = ReturnType<ReturnType<TestCloud['db']['collection']>['aggregate']>
const run = async (
  build: (start: Pipeline, $: Record<string, (argument?: unknown) => never>) => Pipeline,
  name = 'sales',
) => (await build(db.collection(name).aggregate(), db.command.aggregate as never).end()).data

test.each<[string, Parameters<typeof run>[0], unknown[]]>([
  ['match and count', (p) => p.match({ good: 'tea' }).count('n'), [{ n: 2 }]],
  ['count of nothing', (p) => p.match({ good: 'none' }).count('n'), []],
  [
    'sort, skip, limit',
    (p) => p.sort({ n: -1 }).skip(1).limit(2).project({ n: 1 }),
    [
      { _id: 4, n: 4 },
      { _id: 1, n: 2 },
    ],
  ],
  [
    'group',
    (p, $) => p.group({ _id: '$good', sum: $.sum?.('$n'), all: $.push?.('$n') }).sort({ _id: 1 }),
    [
      { _id: 'cake', sum: 1, all: [1] },
      { _id: 'pie', sum: 4, all: [4] },
      { _id: 'tea', sum: 7, all: [2, 5] },
    ],
  ],
  [
    'group of all',
    (p, $) =>
      p.sort({ _id: 1 }).group({
        _id: null,
        first: $.first?.('$n'),
        last: $.last?.('$n'),
        avg: $.avg?.('$n'),
        set: $.addToSet?.('$good'),
      }),
    [{ _id: null, first: 2, last: 4, avg: 3, set: ['tea', 'cake', 'pie'] }],
  ],
  [
    'addFields',
    (p, $) =>
      p
        .match({ _id: 1 })
        .addFields({ 'more.double': $.multiply?.(['$n', 2] as never), gone: '$missing' })
        .project({ more: 1 }),
    [{ _id: 1, more: { double: 4 } }],
  ],
  ['project that leaves out', (p) => p.match({ _id: 2 }).project({ tags: 0, good: 0 }), [{ _id: 2, n: 1 }]],
  [
    'unwind',
    (p) => p.unwind('$tags').sort({ _id: 1, tags: 1 }).project({ tags: 1 }),
    [
      { _id: 1, tags: 'hot' },
      { _id: 1, tags: 'new' },
      { _id: 3, tags: 'hot' },
    ],
  ],
  [
    'unwind, numbered, keeping the empty',
    (p) =>
      p
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .sort({ _id: 1, at: 1 })
        .project({ tags: 1, at: 1 }),
    [
      { _id: 1, tags: 'hot', at: 0 },
      { _id: 1, tags: 'new', at: 1 },
      { _id: 2, at: null },
      { _id: 3, tags: 'hot', at: 0 },
      { _id: 4, at: null },
    ],
  ],
  [
    'lookup',
    (p) =>
      p
        .match({ _id: db.command.in([1, 4]) })
        .lookup({ from: 'goods', localField: 'good', foreignField: '_id', as: 'found' })
        .project({ found: 1 }),
    [
      { _id: 1, found: [{ _id: 'tea', price: 10, kind: 'drink' }] },
      { _id: 4, found: [] },
    ],
  ],
  [
    'lookup by a pipeline',
    (p) =>
      p
        .match({ _id: 1 })
        .lookup({
          from: 'goods',
          as: 'dearer',
          let: { least: 20 },
          pipeline: [
            { $match: { $expr: { $gte: ['$price', '$$least'] } } },
            { $project: { price: 1 } },
          ] as never,
        })
        .project({ dearer: 1 }),
    [{ _id: 1, dearer: [{ _id: 'cake', price: 30 }] }],
  ],
  ['replaceRoot', (p) => p.match({ _id: 1 }).replaceRoot({ newRoot: { who: '$good' } }), [{ who: 'tea' }]],
  ['sortByCount', (p) => p.sortByCount('$good').limit(1), [{ _id: 'tea', count: 2 }]],
  [
    'bucket',
    (p) => p.bucket({ groupBy: '$n', boundaries: [0, 2, 5], default: 'more' }),
    [
      { _id: 0, count: 1 },
      { _id: 2, count: 2 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    'bucketAuto',
    (p) => p.bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 1, max: 4 }, count: 2 },
      { _id: { min: 4, max: 5 }, count: 2 },
    ],
  ],
])('%s', async (_name, build, documents) => {
  expect(await run(build)).toEqual(documents)
})

test('a sample draws no document twice', async () => {
  const drawn = await run((p) => p.sample({ size: 3 }))
  expect(new Set(drawn.map(({ _id }: { _id: number }) => _id)).size).toBe(3)
})

test('geoNear tells the distance and sorts by it', async () => {
  const { Point } = db.Geo
  await db.collection('none').add([
    { _id: 'far', at: new Point(113.3, 23.1) },
    { _id: 'near', at: new Point(113.31, 23.1) },
  ])
  const near = await run(
    (p) =>
      p
        .geoNear({
          near: new Point(113.32, 23.1),
          distanceField: 'metres',
          spherical: true,
          key: 'at',
        } as never)
        .project({ at: 0 }),
    'none',
  )
  expect(near).toEqual([
    { _id: 'near', metres: expect.closeTo(1024, 0) },
    { _id: 'far', metres: expect.closeTo(2048, 0) },
  ])
})

test('no stage changes what is stored', async () => {
  const before = (await db.collection('sales').get()).data
  await run((p) =>
    p
      .addFields({ 'tags.x': 1 })
      .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
      .project({ n: 0 }),
  )
  expect((await db.collection('sales').get()).data).toEqual(before)
})
