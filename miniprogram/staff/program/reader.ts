import type { Read } from './read-number'

/** What is wrong, under the name of its field. */
export type Faults = Record<string, string>

/** Reads fields one by one and remembers what could not be read. */
export class Reader {
  readonly faults: Faults = {}

  take<T>(name: string, read: { ok: true; value: T } | { ok: false; words: string }, otherwise: T): T {
    if (read.ok) return read.value
    this.faults[name] = read.words
    return otherwise
  }

  number(name: string, read: Read): number {
    return this.take(name, read, 0)
  }

  refuse(name: string, words: string) {
    this.faults[name] ??= words
  }
}
