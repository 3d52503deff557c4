import type { LedgerLine } from '../../core/contract'
import type { Result } from '../../core/domain/result'
import type { KeptLetter } from '../../core/store/letters'
import { newPlain, type PlainMember } from './plain-model'

/** A command that was committed: what it wrote and what it must answer from then on. */
export interface Committed {
  key: string
  member: string
  /** The body that was committed, of all that were asked under the key. */
  body: string
  reply: Result<unknown, string>
  lines: LedgerLine[]
  operation: string
  /** When it was committed, by the steps of the history. */
  step: number
}

/** A member as the books know him. */
export interface Person {
  id: string
  version: number
  lines: LedgerLine[]
  /** As after each commit, with the step at which it was. */
  states: { step: number; is: { seq: number; plain: PlainMember } }[]
  plain: PlainMember
  letters: KeptLetter[]
  /** What the plain model has told him. */
  told: Set<string>
  /** Letters he was told of by message, and the days on which he was. */
  messages: Set<string>
  writtenOn: Set<string>
}

export const someone = (id: string): Person => ({
  id,
  version: 0,
  lines: [],
  states: [],
  plain: newPlain(),
  letters: [],
  told: new Set(),
  messages: new Set(),
  writtenOn: new Set(),
})
