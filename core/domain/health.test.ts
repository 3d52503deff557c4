import * as fc from 'fast-check'
import {
  addCounts,
  type Call,
  type Counts,
  countCall,
  failedPercent,
  failsTooOften,
  figuresOf,
} from './health'

const call = (ms: number, more: Partial<Call> = {}): Counts =>
  countCall({ outcome: 'ok', ms, roundTrips: 2, ...more })
const sum = (...counts: Counts[]) => counts.reduce(addCounts, {})

test.each([
  [0, 50],
  [50, 50],
  [51, 100],
  [200, 200],
  [201, 400],
  [3200, 3200],
  [3201, null],
])('a call of %i ms is told as no slower than %j', (ms, most) => {
  expect(figuresOf(call(ms))).toMatchObject({ p50: most, p95: most, p99: most })
})

test('of a hundred calls, so many are no slower than what is told', () => {
  const counts = sum(
    ...Array.from({ length: 94 }, () => call(30)),
    ...Array.from({ length: 5 }, () => call(150)),
    call(5000),
  )
  expect(figuresOf(counts)).toMatchObject({ calls: 100, p50: 50, p95: 200, p99: 200 })
  expect(figuresOf(sum(counts, call(5000))).p99).toBeNull()
})

test('refusals and failures are told apart, round trips by call', () => {
  const counts = sum(call(1), call(1, { outcome: 'refused', roundTrips: 1 }), call(1, { outcome: 'failed' }))
  expect(figuresOf(counts)).toMatchObject({ calls: 3, refused: 1, failed: 1, roundTrips: 1.7 })
})

test.each<[Call['outcome'], object]>([
  ['ok', {}],
  ['refused', { refused: 1 }],
  ['failed', { failed: 1 }],
])('a call that is %s counts nothing else: %j', (outcome, more) => {
  expect(call(60, { outcome })).toEqual({ calls: 1, roundTrips: 2, ms100: 1, ...more })
})

test.each([
  [{}, 0],
  [{ calls: 100, failed: 2 }, 2],
  [{ calls: 151, failed: 3 }, 1],
])('of %j, %i whole percent failed', (counts, percent) => {
  expect(failedPercent(counts)).toBe(percent)
})

test('nothing was called', () => {
  const nothing = { calls: 0, refused: 0, failed: 0, roundTrips: 0, p50: 50, p95: 50, p99: 50 }
  expect(figuresOf({})).toEqual(nothing)
})

test.each([
  [2, 10, false],
  [3, 10, true],
  [3, 150, true],
  [3, 151, false],
  [0, 0, false],
])('%i failures in %i calls are too many: %j', (failed, calls, tooMany) => {
  expect(failsTooOften({ failed, calls })).toBe(tooMany)
})

test('counts add up whatever the order, and percentiles rise', () => {
  const calls = fc.array(
    fc.record({
      outcome: fc.constantFrom<Call['outcome']>('ok', 'refused', 'failed'),
      ms: fc.nat(10_000),
      roundTrips: fc.nat(9),
    }),
    { minLength: 1 },
  )
  void fc.assert(
    fc.property(calls, (all) => {
      const { p50, p95, p99, ...figures } = figuresOf(sum(...all.map(countCall)))
      expect(figuresOf(sum(...all.reverse().map(countCall)))).toEqual({ ...figures, p50, p95, p99 })
      expect(figures.calls).toBe(all.length)
      const order = [p50, p95, p99].map((ms) => ms ?? Number.POSITIVE_INFINITY)
      expect([...order].sort((a, b) => a - b)).toEqual(order)
    }),
  )
})
