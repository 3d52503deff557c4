import { fewAtATime } from './few-at-a-time'

/** Calls that answer later; knows how many were under way at the same time. */
function busyCalls() {
  const seen = { now: 0, most: 0 }
  const call = async () => {
    seen.now += 1
    seen.most = Math.max(seen.most, seen.now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    seen.now -= 1
    return 'yes'
  }
  return { call, seen }
}

test.each([
  [1, 5, 1],
  [8, 7, 7],
  [8, 100, 8],
])('of %i lanes %i calls take %i', async (most, calls, taken) => {
  const { call, seen } = busyCalls()
  const few = fewAtATime(most)
  const answers = await Promise.all(Array.from({ length: calls }, () => few(call)))
  expect(answers).toHaveLength(calls)
  expect(seen.most).toBe(taken)
})

test('a call that fails frees its lane', async () => {
  const few = fewAtATime(2)
  const fail = async () => {
    throw new Error('no')
  }
  const bad = Array.from({ length: 5 }, () => few(fail))
  expect((await Promise.allSettled(bad)).map(({ status }) => status)).toEqual(bad.map(() => 'rejected'))
  expect(await few(async () => 'yes')).toBe('yes')
})
