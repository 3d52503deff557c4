import type { BusinessDay, MemberId, Program, Terms } from '../contract'
import { Terms as TermsSchema } from '../contract/programs'
import { instantOf } from '../domain/calendar'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Database, type Kept, readMany, readOne } from './database'
import { inFull } from './in-full'
import { type Noted, note, record, withNote } from './notes'
import type { Action } from './trail'

interface Colleague {
  staff: MemberId
  name: string
}

/** A programme as it is kept: immutable, under its version. Those that came with the house were published by nobody. */
export interface PublishedProgram extends Program, Partial<Noted> {
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
  /** The version it has become; null while it is being written. */
  publishedAs: string | null
}

/** What it promises, without what it is called and how it was published. */
export function termsOf(kept: Program): Terms {
  const { _id, published: _published, notes: _notes, noted: _noted, ...program } = kept as PublishedProgram
  const { version: _version, validFrom: _from, ...terms } = program
  return terms
}

const SHOWN = 20

/** Published programmes, those that will be valid last first. */
export async function readPublished(db: Database): Promise<PublishedProgram[]> {
  const _ = db.command
  const all = db.collection('programs').where({ _id: _.exists(true) })
  const kept = await readMany<PublishedProgram>(all.orderBy('validFrom', 'desc').limit(SHOWN))
  return kept.map(inFull)
}

/** The one that is valid on a day. */
export async function readProgramOn(db: Database, day: BusinessDay): Promise<PublishedProgram | null> {
  const _ = db.command
  const begun = db.collection('programs').where({ validFrom: _.lte(day) })
  const [latest] = await readMany<PublishedProgram>(begun.orderBy('validFrom', 'desc').limit(1))
  return latest === undefined ? null : inFull(latest)
}

export async function readDraft(db: Database): Promise<Draft | null> {
  const draft = await readOne<Draft>(db, 'drafts', 'draft')
  return draft && { ...draft, terms: TermsSchema.parse(draft.terms) }
}

/** Only over the revision that was read: two managers who write at once do not undo each other. */
export async function saveDraft(
  kept: Kept,
  { revision, terms, by }: Pick<Draft, 'revision' | 'terms' | 'by'>,
  action: Action,
): Promise<Result<number, 'DRAFT_CHANGED'>> {
  const next = { revision: revision + 1, terms, by, at: instantOf(kept.now), publishedAs: null }
  const saved = await (revision === 0 ? addDraft(kept, next, action) : changeDraft(kept, next, action))
  if (!saved) return refuse('DRAFT_CHANGED')
  await record(kept, action)
  return accept(next.revision)
}

const addDraft = ({ db }: Kept, next: Omit<Draft, '_id'>, action: Action) =>
  addOnce(db, 'drafts', { _id: 'draft', ...next, ...withNote(action) })

async function changeDraft({ db }: Kept, next: Omit<Draft, '_id'>, action: Action): Promise<boolean> {
  const _ = db.command
  const unchanged = { _id: _.eq('draft'), revision: _.eq(next.revision - 1) }
  const changes = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, _.set(value)]))
  const { updated } = await db
    .collection('drafts')
    .where(unchanged)
    .update({ ...changes, ...note(db, action) })
  return updated === 1
}

/** One version a day, named by the day it begins on, so that two who publish at once cannot both. */
export const versionOf = (validFrom: BusinessDay): string => `from-${validFrom}`

/**
 * Make it a promise. Asked again under the same key it is published already. The draft has become it,
 * unless somebody has gone on writing meanwhile.
 */
export async function publish(
  kept: Kept,
  program: Program,
  { revision, key, by }: { revision: number; key: string; by: Colleague },
  action: Action,
): Promise<Result<PublishedProgram, 'VALID_FROM_TAKEN'>> {
  const { db, now } = kept
  const published = { by, at: instantOf(now), key }
  const document = { ...program, _id: program.version, published }
  if (await addOnce(db, 'programs', { ...document, ...withNote(action) })) await record(kept, action)
  else {
    const other = await readOne<PublishedProgram>(db, 'programs', document._id)
    if (other?.published?.key !== key) return refuse('VALID_FROM_TAKEN')
  }
  const _ = db.command
  await db
    .collection('drafts')
    .where({ _id: _.eq('draft'), revision: _.eq(revision) })
    .update({ publishedAs: _.set(program.version) })
  return accept(document)
}
