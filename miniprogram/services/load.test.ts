import type { State } from '../components/state-view/state-view'
import { both, load } from './load'

const toasts: string[] = []
beforeEach(() => {
  toasts.length = 0
  Object.assign(globalThis, { wx: { showToast: async ({ title }: { title: string }) => toasts.push(title) } })
})

/** A page in a state, and every state it was in since. */
function pageIn(state: State) {
  const page = {
    data: { state, words: '' },
    seen: [] as State[],
    setData(change: { state: State; words?: string }) {
      Object.assign(page.data, change)
      page.seen.push(change.state)
    },
  }
  return page
}

const yes = async () => ({ ok: true as const, data: 7 })
const no = (refusal: 'FORBIDDEN' | 'OFFLINE') => async () => ({
  ok: false as const,
  refusal,
  words: '没有网络',
})

test('an answer is the page’s to show: its state is left to it', async () => {
  const page = pageIn('loading')
  expect(await load(page, yes)).toBe(7)
  expect(page.seen).toEqual([])
})

test.each<[State, State[], string[]]>([
  ['loading', ['error'], []],
  ['slow', ['error'], []],
  ['error', ['loading', 'error'], []],
  ['ready', [], ['没有网络']],
  ['empty', [], ['没有网络']],
  ['gate', [], ['没有网络']],
])('without an answer a page that is %s turns %j, and a toast says %j', async (state, seen, told) => {
  const page = pageIn(state)
  expect(await load(page, no('OFFLINE'))).toBeUndefined()
  expect([page.seen, toasts]).toEqual([seen, told])
})

test('a refusal with a state of its own is that state, whatever was on the screen', async () => {
  const page = pageIn('ready')
  expect(await load(page, no('FORBIDDEN'), { FORBIDDEN: 'gate' })).toBeUndefined()
  expect([page.seen, toasts]).toEqual([['gate'], []])
})

test.each<[State, State[]]>([
  ['loading', ['slow']],
  ['error', ['loading', 'slow']],
  ['ready', []],
])('a slow network is told of only while bones are shown: %s turns %j', async (state, seen) => {
  const page = pageIn(state)
  await load(page, async (whenSlow) => {
    whenSlow()
    return yes()
  })
  expect(page.seen).toEqual(seen)
})

test('of two answers the first that is refused speaks for both', async () => {
  const [good, bad] = [await yes(), await no('OFFLINE')()]
  expect(both([good, good])).toEqual({ ok: true, data: [7, 7] })
  expect([both([bad, good]), both([good, bad])]).toEqual([bad, bad])
})
