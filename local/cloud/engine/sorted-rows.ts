import type { Row } from './row'

const CHUNK = 256
const HALF = CHUNK >> 1

export interface Entry {
  key: string
  row: Row
}

interface Chunk {
  keys: string[]
  rows: Row[]
}

/** Rows in key order, in chunks: inserting moves at most one chunk, whatever the size of the collection. */
export class SortedRows {
  #chunks: Chunk[] = [{ keys: [], rows: [] }]
  size = 0

  /** From entries in any order, at once: much cheaper than inserting each. */
  static of(entries: Entry[]): SortedRows {
    entries.sort((one, other) => (one.key < other.key ? -1 : 1))
    const sorted = new SortedRows()
    sorted.size = entries.length
    // Chunks begin half full, so that the next insertion splits none.
    for (let at = 0; at < entries.length; at += HALF) {
      const part = entries.slice(at, at + HALF)
      const chunk = { keys: part.map(({ key }) => key), rows: part.map(({ row }) => row) }
      if (at === 0) sorted.#chunks[0] = chunk
      else sorted.#chunks.push(chunk)
    }
    return sorted
  }

  insert(key: string, row: Row) {
    const chunkAt = Math.min(this.#chunkAt(key), this.#chunks.length - 1)
    const chunk = this.#chunks[chunkAt] as Chunk
    const at = firstAtOrAfter(chunk.keys, key)
    chunk.keys.splice(at, 0, key)
    chunk.rows.splice(at, 0, row)
    this.size++
    if (chunk.keys.length > CHUNK) {
      this.#chunks.splice(chunkAt + 1, 0, { keys: chunk.keys.splice(HALF), rows: chunk.rows.splice(HALF) })
    }
  }

  remove(key: string) {
    const chunkAt = this.#chunkAt(key)
    const chunk = this.#chunks[chunkAt]
    if (!chunk) return
    const at = firstAtOrAfter(chunk.keys, key)
    if (chunk.keys[at] !== key) return
    chunk.keys.splice(at, 1)
    chunk.rows.splice(at, 1)
    this.size--
    if (chunk.keys.length === 0 && this.#chunks.length > 1) this.#chunks.splice(chunkAt, 1)
  }

  /** Rows whose key is at or after `from` and before `to`. */
  *ascend(from: string, to: string): Generator<Row> {
    const start = this.#chunkAt(from)
    for (let chunkAt = start; chunkAt < this.#chunks.length; chunkAt++) {
      const { keys, rows } = this.#chunks[chunkAt] as Chunk
      for (let at = chunkAt === start ? firstAtOrAfter(keys, from) : 0; at < keys.length; at++) {
        if ((keys[at] as string) >= to) return
        yield rows[at] as Row
      }
    }
  }

  /** The same rows, last first. */
  *descend(from: string, to: string): Generator<Row> {
    const start = Math.min(this.#chunkAt(to), this.#chunks.length - 1)
    for (let chunkAt = start; chunkAt >= 0; chunkAt--) {
      const { keys, rows } = this.#chunks[chunkAt] as Chunk
      for (let at = (chunkAt === start ? firstAtOrAfter(keys, to) : keys.length) - 1; at >= 0; at--) {
        if ((keys[at] as string) < from) return
        yield rows[at] as Row
      }
    }
  }

  /** The first chunk whose last key is at or after `key`; one past the end when there is none. */
  #chunkAt(key: string): number {
    let low = 0
    let high = this.#chunks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const last = this.#chunks[middle]?.keys.at(-1)
      if (last !== undefined && last < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

function firstAtOrAfter(keys: string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] as string) < key) low = middle + 1
    else high = middle
  }
  return low
}
