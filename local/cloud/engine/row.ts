import type { Doc } from './document'
import { readEjson } from './read-ejson'
import type { Transaction } from './transaction'
import { writeEjson } from './write-ejson'

/**
 * A document as of one write, with the canonical text that goes to disk and, unchanged, to whoever reads it. What
 * was loaded from disk is taken apart only when somebody asks for more than the text.
 */
export class Version {
  #text: string | null
  #doc: Doc | null

  private constructor(text: string | null, doc: Doc | null) {
    this.#text = text
    this.#doc = doc
  }

  static ofText = (text: string): Version => new Version(text, null)

  static ofDoc = (doc: Doc): Version => new Version(null, doc)

  get text(): string {
    this.#text ??= writeEjson(this.#doc)
    return this.#text
  }

  get doc(): Doc {
    this.#doc ??= readEjson(this.text, 0) as Doc
    return this.#doc
  }
}

interface Past {
  version: Version | null
  writtenAt: number
}

/** The place of one document. `past` is kept only while a transaction may still look at it. */
export interface Row {
  readonly key: string
  now: Version | null
  writtenAt: number
  past: Past[] | null
  lock: Transaction | null
}

export const emptyRow = (key: string): Row => ({ key, now: null, writtenAt: 0, past: null, lock: null })

/** A row together with the version its reader may see. */
export interface Found {
  row: Row
  version: Version
}
