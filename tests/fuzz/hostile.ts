import fc from 'fast-check'

const nest = (depth: number, around: (inner: unknown) => unknown): unknown => {
  let inner: unknown = 1
  for (let level = 0; level < depth; level++) inner = around(inner)
  return inner
}

const DEEP = 10_000
const MEGABYTE = 2 ** 20

/** F10, as it comes out of `JSON.parse` in the function: `__proto__` is a field like any other there. */
const PAYLOADS: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $where: 'sleep(10000)' },
  { $regex: '.*' },
  { $set: { balance: 1_000_000 } },
  { $inc: 1 },
  { $numberLong: '1' },
  { $date: 0 },
  { _internalType: { operator: 'eq' } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  { 'account.balance': 1 },
  JSON.parse('{"then":1,"toJSON":1,"toString":1,"valueOf":1}'),
  { length: 4_294_967_295 },
  '$where',
  'account.lots.0.left',
  '__proto__',
  'constructor',
  '..',
  'HTM....',
  'HTR..',
  '.........',
  '👨‍👩‍👧‍👦',
  '\u202eabc',
  'مرحبا',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  'ı',
  ' ',
  '-',
  '',
  '1',
  -1,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e21,
  2 ** 53,
  0.1,
  5e-324,
  null,
  undefined,
  true,
  [],
  {},
  [[]],
  nest(DEEP, (inner) => [inner]),
  nest(DEEP, (inner) => ({ $and: inner })),
  '吃'.repeat(MEGABYTE),
  Array.from({ length: 100_000 }, () => 0),
]

const payload = fc.constantFrom(...PAYLOADS)

/** Fields that something below might read although nobody asked for them. */
const EXTRA = [
  '__proto__',
  'constructor',
  'prototype',
  '$set',
  '$where',
  'a.b',
  'holds.x',
  '_id',
  '_openid',
  'openid',
  'userInfo',
  'FROM_OPENID',
  'member',
  'staff',
  'role',
  'toJSON',
  '',
]

type Path = readonly (string | number)[]

/** Every place in a value, itself first. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...at, name]))]
}

/** The same value with something else in one place. */
function replace(value: unknown, [name, ...rest]: Path, by: (old: unknown) => unknown): unknown {
  if (name === undefined) return by(value)
  if (Array.isArray(value))
    return value.map((item, i) => (String(i) === name ? replace(item, rest, by) : item))
  const holder = value as Record<string, unknown>
  return withField(holder, String(name), replace(holder[name], rest, by))
}

function withField(holder: unknown, name: string, value: unknown): unknown {
  if (typeof holder !== 'object' || holder === null) return { [name]: value }
  return Object.defineProperty({ ...holder }, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

/** Something right with a payload in one place of it or beside it, at any depth; now and then nothing else. */
export const hostile = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: payload },
    {
      weight: 6,
      arbitrary: fc
        .tuple(right, fc.nat(), payload)
        .map(([value, n, wrong]) => replace(value, placeOf(value, n), () => wrong)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(right, fc.nat(), fc.constantFrom(...EXTRA), payload)
        .map(([value, n, name, wrong]) =>
          replace(value, placeOf(value, n), (old) => withField(old, name, wrong)),
        ),
    },
  )

function placeOf(value: unknown, n: number): Path {
  const places = placesIn(value)
  return places[n % places.length] ?? []
}
