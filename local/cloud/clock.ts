/** What a process needs to know to tell the cloud's time by its own clock. */
export interface ClockReading {
  offsetMs: number
  frozenAt: number | null
}

export const timeOf = ({ offsetMs, frozenAt }: ClockReading) => frozenAt ?? Date.now() + offsetMs

/** The cloud's time: the machine's, moved, and standing still if asked to. */
export class Clock {
  reading: ClockReading = { offsetMs: 0, frozenAt: null }
  #onMove: (() => void)[] = []

  now(): number {
    return timeOf(this.reading)
  }

  /** `null` is the machine's own time again. */
  set(now: number | null, frozen = false) {
    const machine = Date.now()
    const at = now ?? machine
    this.reading = { offsetMs: at - machine, frozenAt: frozen ? at : null }
    for (const listener of this.#onMove) listener()
  }

  onMove(listener: () => void) {
    this.#onMove.push(listener)
  }
}
