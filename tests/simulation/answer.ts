import type { Books } from './books'
import type { Invocation } from './invocation'

/** What a phone is answered. */
export interface Answer {
  ok: boolean
  data?: Record<string, unknown>
  refusal?: string
}

export type Judge = (books: Books, run: Invocation, answer: Answer) => void

/** Nothing is decided: he asks again under his key. */
export const UNDECIDED = ['BUSY', 'INTERNAL']

export const isUndecided = (answer: unknown): boolean =>
  typeof answer === 'symbol' || UNDECIDED.includes((answer as Answer).refusal ?? '')
