import type { LogLine } from './log-line'

const KEPT = 2000

/** The last lines of everything, oldest first. */
export class Logs {
  #lines: LogLine[] = []

  add(line: LogLine) {
    this.#lines.push(line)
    if (this.#lines.length > 2 * KEPT) this.#lines = this.#lines.slice(-KEPT)
  }

  /** Of one event, or of all. */
  list(requestId?: string): LogLine[] {
    const kept = this.#lines.slice(-KEPT)
    return requestId === undefined ? kept : kept.filter((line) => line.requestId === requestId)
  }
}
