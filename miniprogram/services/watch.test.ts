import { lifetimeOf, secondsLeft } from './time-left'
import { watch } from './watch'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('looks every two seconds, for two minutes, then rests', async () => {
  const look = jest.fn(async () => false)
  watch({ every: 2000, during: 120_000 }, look)
  expect(look).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(2000)
  expect(look).toHaveBeenCalledTimes(1)
  await jest.advanceTimersByTimeAsync(600_000)
  expect(look).toHaveBeenCalledTimes(60)
})

test('ends when it has seen enough', async () => {
  const look = jest.fn(async () => true)
  watch({ every: 2000, during: 120_000 }, look)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(look).toHaveBeenCalledTimes(1)
})

test('stops when the page leaves, also in the middle of a look', async () => {
  let answer: (enough: boolean) => void = () => undefined
  const look = jest.fn(() => new Promise<boolean>((resolve) => (answer = resolve)))
  const stop = watch({ every: 2000, during: 120_000 }, look)
  await jest.advanceTimersByTimeAsync(2000)
  stop()
  answer(false)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(look).toHaveBeenCalledTimes(1)
})

test('a slow look is never joined by a second one', async () => {
  const look = jest.fn(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 10_000)))
  watch({ every: 2000, during: 120_000 }, look)
  await jest.advanceTimersByTimeAsync(11_000)
  expect(look).toHaveBeenCalledTimes(1)
})

const lifetime = lifetimeOf({ now: '2026-11-21T19:30:00+08:00', expiresAt: '2026-11-21T11:31:00Z' })

test('the life of a code is what the server says, in whatever zone', () => expect(lifetime).toBe(60_000))

test.each([
  [0, 60],
  [1, 60],
  [1000, 59],
  [59_999, 1],
  [60_000, 0],
  [90_000, 0],
])('after %d ms on the phone %d seconds are left', (elapsed, seconds) => {
  expect(secondsLeft(lifetime, elapsed)).toBe(seconds)
})
