import { randomUUID } from 'node:crypto'
import { type ClockReading, timeOf } from '../clock'
import type { CallTrace, Trace, Trigger } from '../trace'

/** A function process; while it works on an event, that event answers for its calls. */
export interface Caller {
  invocation: Invocation | null
  kill(): void
}

/** One event on its way through a function process, and what is noted about it. */
export class Invocation {
  readonly id = randomUUID()
  readonly trace: Trace
  #deepestAnswered = 0

  constructor(
    name: string,
    trigger: Trigger,
    readonly openid: string | undefined,
    readonly clock: ClockReading,
  ) {
    const at = new Date(this.now()).toISOString()
    this.trace = { id: this.id, function: name, trigger, at, calls: [], depth: 0 }
    if (openid !== undefined) this.trace.openid = openid
  }

  now(): number {
    return timeOf(this.clock)
  }

  /**
   * The process says how deep a call is, as only it knows whether an answer had come back to it when the call started;
   * without that word, what has been answered here counts.
   */
  called(call: CallTrace, said: string | string[] | undefined) {
    const depth = Number(said)
    call.depth = Number.isInteger(depth) && depth > 0 ? depth : this.#deepestAnswered + 1
    this.trace.calls.push(call)
    if (call.depth > this.trace.depth) this.trace.depth = call.depth
  }

  answered(call: CallTrace) {
    if (call.depth > this.#deepestAnswered) this.#deepestAnswered = call.depth
  }
}
