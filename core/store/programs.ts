import type { BusinessDay, MemberId, Program, Terms } from '../contract'
import { instantOf } from '../domain/calendar'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'

interface Colleague {
  staff: MemberId
  name: string
}

/** A programme as it is kept: immutable, under its version. Those that came with the house were published by nobody. */
export interface PublishedProgram extends Program {
  _id: string
  published?: { by: Colleague; at: string; key: string }
}

/** What is being written. There is one; who saves it must have read the latest. */
export interface Draft {
  _id: 'draft'
  revision: number
  terms: Terms
  by: Colleague
  at: string
}

/** What it promises, without what it is called and how it was published. */
export function termsOf(kept: Program): Terms {
  const { _id, version: _version, validFrom: _from, published: _facts, ...terms } = kept as PublishedProgram
  return terms
}

const SHOWN = 20

/** Published programmes, those that will be valid last first. */
export function readPublished(db: Database): Promise<PublishedProgram[]> {
  const _ = db.command
  const all = db.collection('programs').where({ _id: _.exists(true) })
  return readMany<PublishedProgram>(all.orderBy('validFrom', 'desc').limit(SHOWN))
}

/** The one that is valid on a day. */
export async function readProgramOn(db: Database, day: BusinessDay): Promise<PublishedProgram | null> {
  const _ = db.command
  const begun = db.collection('programs').where({ validFrom: _.lte(day) })
  const [latest] = await readMany<PublishedProgram>(begun.orderBy('validFrom', 'desc').limit(1))
  return latest ?? null
}

export const readDraft = (db: Database): Promise<Draft | null> => readOne<Draft>(db, 'drafts', 'draft')

/** Only over the revision that was read: two managers who write at once do not undo each other. */
export async function saveDraft(
  { db, now }: Kept,
  { revision, terms, by }: Pick<Draft, 'revision' | 'terms' | 'by'>,
): Promise<Result<number, 'DRAFT_CHANGED'>> {
  const next = { revision: revision + 1, terms, by, at: instantOf(now) }
  const _ = db.command
  if (revision === 0)
    return (await addOnce(db, 'drafts', { _id: 'draft', ...next })) ? accept(1) : refuse('DRAFT_CHANGED')
  const unchanged = { _id: _.eq('draft'), revision: _.eq(revision) }
  const changes = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, _.set(value)]))
  const { updated } = await db.collection('drafts').where(unchanged).update(changes)
  return updated === 1 ? accept(next.revision) : refuse('DRAFT_CHANGED')
}

/** One version a day, named by the day it begins on, so that two who publish at once cannot both. */
export const versionOf = (validFrom: BusinessDay): string => `from-${validFrom}`

/**
 * Make it a promise. Asked again under the same key it is published already. The draft goes when it
 * is still the one that was published.
 */
export async function publish(
  { db, now }: Kept,
  program: Program,
  { revision, key, by }: { revision: number; key: string; by: Colleague },
): Promise<Result<PublishedProgram, 'VALID_FROM_TAKEN'>> {
  const published = { by, at: instantOf(now), key }
  const document = { ...program, _id: program.version, published }
  if (!(await addOnce(db, 'programs', { ...document }))) {
    const other = await readOne<PublishedProgram>(db, 'programs', document._id)
    if (other?.published?.key !== key) return refuse('VALID_FROM_TAKEN')
  }
  const _ = db.command
  await db
    .collection('drafts')
    .where({ _id: _.eq('draft'), revision: _.eq(revision) })
    .remove()
  return accept(document)
}
