import type { Doc } from '../../local/cloud/engine/document'
import type { Chance } from './chance'
import type { Engine } from './engine'
import type { CallFault, Fault } from './faults'
import { Invocation, LOST } from './invocation'
import type { Pending, Policy } from './pending'
import type { Asked, Question } from './question'

/** One fault in one place: at the `call`-th database call of the next function that is asked this. */
export interface Aim {
  asked: Asked
  call: number
  fault: CallFault
}

/** Everything that is under way at one moment. Time is a number; nothing moves but by `advance`. */
export class World {
  readonly pending: Pending[] = []
  readonly live = new Set<Invocation>()
  readonly faults: Partial<Record<Fault, number>> = {}
  step = 0
  /** The latest time it has been; clocks are moved back as well. */
  latest = 0
  operations = 0
  /** The invocation whose call is being done. */
  current: Invocation | null = null
  /** How likely a call is to suffer a fault. */
  roughness = 0
  policy: Policy = 'any'
  aim: Aim | null = null
  trace: ((line: string) => void) | null = null

  constructor(
    readonly engine: Engine,
    readonly chance: Chance,
    public now: number,
  ) {}

  count(fault: Fault) {
    this.faults[fault] = (this.faults[fault] ?? 0) + 1
  }

  /** Begin a run; the promise is its answer, or LOST. */
  begin(
    question: Question,
    limitMs: number,
    skewMs: number,
  ): { run: Invocation; answered: Promise<unknown> } {
    this.operations += 1
    let finish: (answer: unknown) => void = () => undefined
    const answered = new Promise<unknown>((resolve) => {
      finish = resolve
    })
    const now = new Date(this.now + skewMs)
    const run = new Invocation(this.operations, question, this.now, limitMs, now, this.step, finish)
    this.live.add(run)
    return { run, answered }
  }

  end(run: Invocation, answer: unknown) {
    if (!run.alive) return
    run.alive = false
    this.live.delete(run)
    run.finish(answer)
  }

  /** What it had sent may still arrive; what it would have done will not. */
  kill(run: Invocation) {
    this.trace?.(`#${run.id} is killed`)
    this.end(run, LOST)
    for (const one of [...this.pending])
      if (one.by === run && (one.kind === 'nap' || this.chance.happens(0.5)))
        this.pending.splice(this.pending.indexOf(one), 1)
  }

  call(by: Invocation, action: string, body: Doc): Promise<Doc> {
    by.calls += 1
    const { calls: number } = by
    return new Promise((reply, fail) => {
      if (by.alive)
        this.pending.push({ kind: 'call', by, number, action, body, sentAt: this.now, reply, fail })
    })
  }

  nap(by: Invocation, ms: number): Promise<void> {
    return new Promise((wake) => {
      if (by.alive) this.pending.push({ kind: 'nap', by, until: this.now + ms, wake })
    })
  }

  /** Let everything that can go on without the database go on: all of it is promises, and a tick comes after the last of them. */
  settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve))
}
