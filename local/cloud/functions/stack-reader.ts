import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, resolve } from 'node:path'

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Says places in a bundle as places in the sources it was made of, wherever they stand in a text. The map lies beside
 * the bundle and is read when something went wrong; a bundle without one is quoted as it is. A map takes some thirty
 * megabytes, so it is kept only until the memory is wanted.
 */
export class StackReader {
  readonly #place: RegExp
  #map: WeakRef<SourceMap> | null = null

  constructor(readonly bundle: string) {
    this.#place = new RegExp(`${literal(bundle)}:(\\d+):(\\d+)`, 'g')
  }

  read(text: string): string {
    return text.includes(this.bundle)
      ? text.replace(
          this.#place,
          (place, line, column) => this.#origin(Number(line), Number(column)) ?? place,
        )
      : text
  }

  #origin(line: number, column: number): string | null {
    const entry = this.#open()?.findEntry(line - 1, column - 1)
    if (!entry || !('originalSource' in entry) || typeof entry.originalSource !== 'string') return null
    const source = resolve(dirname(this.bundle), entry.originalSource)
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  }

  #open(): SourceMap | null {
    const known = this.#map?.deref()
    if (known !== undefined) return known
    const file = `${this.bundle}.map`
    if (!existsSync(file)) return null
    const map = new SourceMap(JSON.parse(readFileSync(file, 'utf8')))
    this.#map = new WeakRef(map)
    return map
  }
}
