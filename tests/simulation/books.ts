import type { Doc } from '../../local/cloud/engine/document'
import type { Engine, Write } from './engine'
import type { House } from './house'
import type { Invocation } from './invocation'
import { type Committed, type Person, someone } from './person'
import type { PlainPromise } from './plain-promise'
import { bodyOf, keyOf, orderKey, type Question, refundKey } from './question'
import type { Mail } from './watch/watch-consent'
import { watchers } from './watch/watchers'

/** When something was so, by the steps of the history. */
export interface Since<T> {
  step: number
  is: T
}

/**
 * What a reader of every write and every answer knows: kept beside the product, by other rules,
 * and compared with it at every step.
 */
export class Books {
  readonly violations: string[] = []
  readonly people = new Map<string, Person>()
  readonly committed = new Map<string, Committed>()
  /** Bodies asked under a key. */
  readonly bodies = new Map<string, Set<string>>()
  /** What was left of each reward, and when. */
  readonly left = new Map<string, Since<number>[]>()
  /** Void codes whose piece is back on the shelf, and whose shelf that is. */
  readonly returned = new Map<string, string>()
  /** Which role a person had, and when; null when he was out. */
  readonly roles = new Map<string, Since<{ role: string; branch: string } | null>[]>()
  /** Which phone number a member kept, and when. */
  readonly numbers = new Map<string, Since<string | null>[]>()
  /** On which day a person last scanned a table, and when. */
  readonly seats = new Map<string, Since<string>[]>()
  /** How many members had answered a questionnaire, and when. */
  readonly said = new Map<string, Since<number>[]>()
  /** Which invitations have made somebody staff. */
  readonly bound = new Set<string>()
  /** Members to whom a newer version of the product has added a field. */
  readonly renewed = new Set<string>()
  /** Who spent a member code or a nonce. */
  readonly spent = new Map<string, string>()
  /** When a person was last told that a colleague is out. */
  readonly revoked = new Map<string, number>()
  /** What colleagues have changed outside of members and codes: each must stand in the trail. */
  readonly deeds: string[] = []
  /** How often somebody was told that a code is wrong, by person or branch and quarter of an hour. */
  readonly wrong = new Map<string, number>()
  /** What each person allowed and was told, by template. */
  readonly mail = new Map<string, Mail>()
  /** At which step each programme was published; those of the beginning are not here. */
  readonly published = new Map<string, number>()
  /** How often each procedure was asked. */
  readonly times = new Map<string, number>()
  /** How often each answer was given. */
  readonly answers = new Map<string, number>()
  /** What was promised to somebody for a friend, by the id of its errand. */
  readonly promises = new Map<string, PlainPromise>()
  step: () => number = () => 0

  constructor(
    readonly engine: Engine,
    readonly house: House,
  ) {}

  violate(rule: string, what: string): void {
    this.violations.push(`${rule}: ${what}`)
  }

  holds(condition: boolean, rule: string, what: () => string): void {
    if (!condition) this.violate(rule, what())
  }

  person(id: string): Person {
    const known = this.people.get(id) ?? someone(id)
    this.people.set(id, known)
    return known
  }

  asked(question: Question): void {
    this.times.set(question.asked, (this.times.get(question.asked) ?? 0) + 1)
    const key = keyOf(question)
    if (key !== null) this.note(key, bodyOf(question))
    for (const order of question.orders ?? [])
      this.note(orderKey(question.branch ?? '', order.order_id), JSON.stringify(order))
    for (const refund of question.refunds ?? [])
      this.note(refundKey(question.branch ?? '', refund), JSON.stringify(refund))
  }

  private note(key: string, body: string): void {
    this.bodies.set(key, (this.bodies.get(key) ?? new Set()).add(body))
  }

  /** Had he no account at some moment since that step? */
  joinedSince(member: string, step: number): boolean {
    const joined = this.person(member).states[0]?.step
    return joined === undefined || joined >= step
  }

  /** Count an answer. */
  tell(asked: string, { ok, refusal }: { ok: boolean; refusal?: string }) {
    const name = `${asked} ${ok ? 'ok' : refusal}`
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1)
  }

  /** A document was written by a run; null while the house is being furnished. */
  wrote(write: Write, by: Invocation | null): void {
    if (by?.question.hostile && !isHarmless(write))
      this.violate('F9', `${by.question.asked} wrote ${write.collection} for somebody without the right`)
    watchers[write.collection]?.(this, write, by)
  }

  /** Any of what was so between a step and now; `before` is what was so until the first that is known. */
  since<T>(history: readonly Since<T>[] | undefined, step: number, before: readonly T[] = []): T[] {
    const all = history ?? []
    const first = all.findLastIndex((one) => one.step <= step)
    const known = all.slice(Math.max(first, 0)).map(({ is }) => is)
    return first < 0 ? [...before, ...known] : known
  }

  keep<T>(histories: Map<string, Since<T>[]>, id: string, is: T): void {
    histories.set(id, [...(histories.get(id) ?? []), { step: this.step(), is }])
  }
}

/**
 * A code that is shown is spent even if it is shown by the wrong person; a nonce is spent by whoever
 * signs; what fails is told, whoever asked; and what is refused is noted and, if it is a guess, counted.
 */
const isHarmless = ({ collection, before, after }: Write): boolean =>
  ['usedCodes', 'nonces', 'alarms', 'health', 'actions', 'attempts'].includes(collection) ||
  (collection === 'staff' && rightsOf(before) === rightsOf(after))

/** What he may is not changed by being kept from guessing. */
const rightsOf = (staff: Doc | null): string => JSON.stringify([staff?.role, staff?.branch, staff?.active])
