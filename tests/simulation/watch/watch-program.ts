import type { Program } from '../../../core/contract'
import { type PublishedProgram, termsOf } from '../../../core/store/programs'
import type { Books } from '../books'
import type { Write } from '../engine'
import { programOn } from '../house'
import type { Invocation } from '../invocation'

/** A programme is a promise: published by a manager, once for its day, and never changed. */
export function watchProgram(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null) return books.violate('RATE-03', 'a programme was removed')
  const [was, is] = [before, after] as unknown as [PublishedProgram | null, PublishedProgram]
  if (was !== null) {
    const same = JSON.stringify(promiseOf(was)) === JSON.stringify(promiseOf(is))
    return books.holds(same, 'RATE-03', () => `the programme ${is._id} was changed`)
  }
  if (by === null) return
  const { programs } = books.house
  books.holds(
    programs.every(({ validFrom }) => validFrom !== is.validFrom),
    'RATE-03',
    () => `two programmes begin on ${is.validFrom}`,
  )
  books.holds(
    by.question.asked === 'manager.publishProgram' && is.published?.by.staff === by.question.who,
    'SEC-03',
    () => `${by.question.asked} published ${is._id}`,
  )
  books.deeds.push(`manager.publishProgram ${by.question.who}`)
  const { version, validFrom } = is
  programs.push({ ...termsOf(is), version, validFrom })
  books.published.set(version, books.step())
}

const promiseOf = (kept: PublishedProgram) => [kept.version, kept.validFrom, kept.published, termsOf(kept)]

/** Nobody writes over what he has not read. */
export function watchDraft(books: Books, { before, after }: Write, by: Invocation | null): void {
  const [was, is] = [Number(before?.revision ?? 0), Number(after?.revision ?? 0)]
  if (was === is) return
  books.holds(is === was + 1, 'drafts', () => `the draft went from revision ${was} to ${is}`)
  books.holds(
    by?.question.asked === 'manager.saveDraft' && Number(by.question.input.revision) === was,
    'drafts',
    () => `${by?.question.asked} wrote over revision ${was}`,
  )
  books.deeds.push(`manager.saveDraft ${by?.question.who}`)
}

/** The programme a run works by: valid on its day at some moment since it was asked. */
export function programOf(books: Books, by: Invocation, day: string): Program {
  const used = by.program ?? programOn(books.house, day)
  const earlier = books.house.programs.filter(
    ({ version }) => (books.published.get(version) ?? 0) <= by.since,
  )
  const possible = [programOn(books.house, day), programOn({ programs: earlier }, day)]
  books.holds(
    possible.some(({ version }) => version === used.version),
    'RATE-03',
    () => `${by.question.asked} went by ${used.version} on ${day}`,
  )
  return used
}
