import type { Doc } from './document'
import type { Transaction } from './transaction'

/** A document as of one write, with the canonical text that goes to disk and, unchanged, to whoever reads it. */
export interface Version {
  readonly doc: Doc
  readonly text: string
}

/** The place of one document. `past` is kept only while a transaction may still look at it. */
export interface Row {
  readonly key: string
  now: Version | null
  writtenAt: number
  past: { version: Version | null; writtenAt: number }[]
  lock: Transaction | null
}

export const emptyRow = (key: string): Row => ({ key, now: null, writtenAt: 0, past: [], lock: null })

/** A row together with the version its reader may see. */
export interface Found {
  row: Row
  version: Version
}
