import { FULL_BP, fen, missingOf, points, shareBp } from './amounts'

test.each([0, 1, 20_000_000, Number.MAX_SAFE_INTEGER])('I3: %p is an amount', (n) => {
  expect([fen(n), points(n)]).toEqual([n, n])
})

test.each([-1, -0, 0.5, 1e21, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Number.POSITIVE_INFINITY])(
  'I3: %p is no amount, and says so',
  (n) => {
    expect(() => fen(n)).toThrow(`${n} is not a whole number of fen`)
    expect(() => points(n)).toThrow(`${n} is not a whole number of points`)
  },
)

test.each([
  [0, 3, 0],
  [1, 3, 3_333],
  [2, 3, 6_666],
  [3, 3, FULL_BP],
  [4, 3, FULL_BP],
  [9_999, 10_000, 9_999],
  [99_999, 100_000, 9_999],
  [0, 0, FULL_BP],
  [1, 0, FULL_BP],
])(
  '%i of %i is %i basis points: rounded down, never more than all, and all of nothing',
  (part, whole, bp) => {
    expect(shareBp(part, whole)).toBe(bp)
  },
)

test.each([
  [3, 0, 3],
  [3, 2, 1],
  [3, 3, 0],
  [3, 4, 0],
  [3, -1, 4],
])('of %i, with %i there, %i is missing: never less than nothing', (whole, part, missing) => {
  expect(missingOf(whole, part)).toBe(missing)
})
