import { setImmediate as breathe } from 'node:timers/promises'

/**
 * The house's clock, which does not wait: it goes from one thing that is due to the next, as fast as the
 * house answers. Never more than `abreast` questions are under way.
 */
export class Evening {
  /** What is due, by the second. */
  readonly #due: (() => void)[][] = []
  #second = 0
  #busy = 0
  #freed: (() => void) | undefined

  constructor(
    readonly opensAt: number,
    readonly abreast: number,
    readonly setClock: (instant: number) => Promise<unknown>,
  ) {}

  /** In ms. */
  get now(): number {
    return this.opensAt + this.#second * 1000
  }

  /** Seconds since the doors were opened. */
  get second(): number {
    return this.#second
  }

  /** Later, by the house's clock; at once is next in the line. */
  after(seconds: number): Promise<void> {
    const second = this.#second + Math.ceil(seconds)
    return new Promise((resume) => {
      const due = this.#due[second] ?? []
      due.push(resume)
      this.#due[second] = due
    })
  }

  /** A question under way. */
  async ask<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1
    try {
      return await work()
    } finally {
      this.#busy -= 1
      this.#freed?.()
    }
  }

  /** Until nothing is due and nothing is under way. */
  async pass(): Promise<void> {
    await this.setClock(this.now)
    for (;;) {
      // Whoever was woken or answered says now what he asks next.
      await breathe()
      if (this.#busy >= this.abreast) await this.#untilFreed()
      else if (await this.#wakeNext()) continue
      else if (this.#busy > 0) await this.#untilFreed()
      else return
    }
  }

  async #wakeNext(): Promise<boolean> {
    const before = this.#second
    let second = before
    while (second < this.#due.length && (this.#due[second]?.length ?? 0) === 0) second += 1
    const resume = this.#due[second]?.shift()
    if (resume === undefined) return false
    this.#second = second
    if (second > before) await this.setClock(this.now)
    resume()
    return true
  }

  #untilFreed(): Promise<void> {
    return new Promise((resolve) => {
      this.#freed = resolve
    })
  }
}
