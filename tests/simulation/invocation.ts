import type { Program } from '../../core/contract'
import type { Question } from './question'

/** No answer came: the function was killed, or its answer was lost on the way. */
export const LOST = Symbol('lost')

/** One run of a function, from its event to its answer or its death. */
export class Invocation {
  alive = true
  /** Something was made to fail in it: it may answer INTERNAL. */
  troubled = false
  /** Database calls so far. */
  calls = 0
  /** The programme it has read, once it has. */
  program: Program | null = null

  constructor(
    readonly id: number,
    readonly question: Question,
    /** By the world's clock, in ms. */
    readonly startedAt: number,
    readonly limitMs: number,
    /** By its own clock. */
    readonly now: Date,
    /** The step of the history at which it began. */
    readonly since: number,
    readonly finish: (answer: unknown) => void,
  ) {}
}
