export interface CallTrace {
  action: string
  collection?: string
  /** One more than the deepest call of the event that had been answered when this one started. */
  depth: number
  plan?: string
  examined?: number
  code?: string
  /** What was made to go wrong with it. */
  fault?: string
  ms?: number
}

export type Trigger = 'wx' | 'http' | 'timer' | 'function' | 'push' | 'api'

/** One event and the calls it made, in the order they arrived. */
export interface Trace {
  id: string
  function: string
  trigger: Trigger
  openid?: string
  at: string
  ms?: number
  code?: string
  calls: CallTrace[]
  depth: number
}

/** The last events, oldest first. */
export class Traces {
  #kept: Trace[] = []

  constructor(readonly limit: number) {}

  add(trace: Trace) {
    this.#kept.push(trace)
    if (this.#kept.length > this.limit * 2) this.#kept = this.#kept.slice(-this.limit)
  }

  list(): Trace[] {
    return this.#kept.slice(-this.limit)
  }
}
