import type { State } from '../components/state-view/state-view'

/** A page behind a `state-view`. */
interface LoadingPage {
  data: { state: State }
  setData(change: { state: State; words?: string }): void
}

type Answered<Data, Refusal extends string> =
  | { ok: true; data: Data }
  | { ok: false; refusal: Refusal; words: string }

/**
 * Ask for what a page shows: bones until the answer is there, a word when it takes long, and the refusals
 * in `instead` have a state of their own. What is on the screen already stays there, and a toast says why
 * it may not be the newest. Undefined where there is no answer: the page has said so.
 */
export async function load<Data, Refusal extends string>(
  page: LoadingPage,
  ask: (whenSlow: () => void) => Promise<Answered<Data, Refusal>>,
  instead: Partial<Record<NoInfer<Refusal>, State>> = {},
): Promise<Data | undefined> {
  if (page.data.state === 'error') page.setData({ state: 'loading' })
  const outcome = await ask(() => {
    if (page.data.state === 'loading') page.setData({ state: 'slow' })
  })
  if (outcome.ok) return outcome.data
  const state = instead[outcome.refusal]
  if (state) page.setData({ state })
  else if (page.data.state === 'loading' || page.data.state === 'slow')
    page.setData({ state: 'error', words: outcome.words })
  else await wx.showToast({ title: outcome.words, icon: 'none' })
  return undefined
}

/** Two answers are one: the first that is refused speaks for both. */
export function both<A, B, Refusal extends string>([one, other]: [
  Answered<A, Refusal>,
  Answered<B, Refusal>,
]): Answered<[A, B], Refusal> {
  if (!one.ok) return one
  if (!other.ok) return other
  return { ok: true, data: [one.data, other.data] }
}
