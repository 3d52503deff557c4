import { SLOW_AFTER_MS } from './cloud'
import { command } from './command'

type Call = { name: string; data: { procedure: string; input: { key: string; reward: string } } }
type Answer = { ok: boolean; refusal?: string; data?: object } | 'lost' | 'silence'

/** A cloud that gives these answers in turn and notes what it was asked. */
function cloudThat(...answers: Answer[]): Call[] {
  const calls: Call[] = []
  const callFunction = async (call: Call) => {
    calls.push(call)
    const answer = answers.shift()
    if (answer === 'lost' || answer === undefined) throw new Error('cloud.callFunction:fail timeout')
    if (answer === 'silence') await new Promise((resume) => setTimeout(resume, SLOW_AFTER_MS + 1))
    return { result: answer === 'silence' ? { ok: true, data: {} } : answer }
  }
  Object.assign(globalThis, { wx: { canIUse: () => false, cloud: { callFunction } } })
  return calls
}
const keysOf = (calls: Call[]) => calls.map((call) => call.data.input.key)
/** Lets every promise and timer run. */
const settle = async <T>(asked: Promise<T>): Promise<T> => {
  await jest.runAllTimersAsync()
  return asked
}

beforeEach(() => {
  jest.useFakeTimers()
  jest.spyOn(console, 'warn').mockImplementation()
})
afterEach(() => jest.useRealTimers())

test('a lost connection is tried again with the same key', async () => {
  const calls = cloudThat('lost', 'lost', { ok: true, data: {} })
  const outcome = await settle(command('mall', 'claim')({ reward: 'tea' }))
  expect(outcome.ok).toBe(true)
  expect(calls).toHaveLength(3)
  expect(new Set(keysOf(calls)).size).toBe(1)
})

test('when nobody answers, the next tap still has the same key', async () => {
  const calls = cloudThat('lost', 'lost', 'lost', { ok: true, data: {} })
  const claim = command('mall', 'claim')
  expect(await settle(claim({ reward: 'tea' }))).toMatchObject({ ok: false, refusal: 'OFFLINE' })
  expect(await settle(claim({ reward: 'tea' }))).toMatchObject({ ok: true })
  expect(new Set(keysOf(calls)).size).toBe(1)
})

test.each(['BUSY', 'INTERNAL'])('%s decides nothing: the key is kept', async (refusal) => {
  const calls = cloudThat({ ok: false, refusal }, { ok: true, data: {} })
  const claim = command('mall', 'claim')
  await settle(claim({ reward: 'tea' }))
  await settle(claim({ reward: 'tea' }))
  expect(new Set(keysOf(calls)).size).toBe(1)
})

test.each([
  [{ ok: true, data: {} }],
  [{ ok: false, refusal: 'OUT_OF_STOCK' }],
  [{ ok: false, refusal: 'KEY_REUSED' }],
])('after %j the next tap is a new command', async (answer) => {
  const calls = cloudThat(answer, { ok: true, data: {} })
  const claim = command('mall', 'claim')
  await settle(claim({ reward: 'tea' }))
  await settle(claim({ reward: 'tea' }))
  expect(new Set(keysOf(calls)).size).toBe(2)
})

test('a refusal comes with its words', async () => {
  cloudThat({ ok: false, refusal: 'INSUFFICIENT_POINTS' })
  expect(await settle(command('mall', 'claim')({ reward: 'tea' }))).toMatchObject({
    words: '积分还不够，再攒一点就能换',
  })
})

test('a refusal of a newer server is told as a fault, not as an empty line', async () => {
  cloudThat({ ok: false, refusal: 'SOMETHING_NEW' })
  expect(await settle(command('mall', 'claim')({ reward: 'tea' }))).toMatchObject({
    words: expect.stringContaining('出了点问题'),
  })
})

test('the page hears of a slow network, and only of a slow one', async () => {
  const slow = jest.fn()
  cloudThat({ ok: true, data: {} }, 'silence')
  const claim = command('mall', 'claim')
  await settle(claim({ reward: 'tea' }, slow))
  expect(slow).not.toHaveBeenCalled()
  await settle(claim({ reward: 'tea' }, slow))
  expect(slow).toHaveBeenCalledTimes(1)
})
