import type { MemberId, TemplateName } from '../contract'
import { type Consent, consentId } from './consents'
import { type Database, readMany, readOne } from './database'

const MOST_PEOPLE = 100

export async function countLeft(db: Database, person: MemberId, template: TemplateName): Promise<number> {
  return (await readOne<Consent>(db, 'consents', consentId(person, template)))?.left ?? 0
}

/** What each of these people allows of each of these templates. */
export function readConsents(
  db: Database,
  people: readonly MemberId[],
  templates: readonly TemplateName[],
): Promise<Consent[]> {
  const ids = people.flatMap((person) => templates.map((template) => consentId(person, template)))
  const theirs = db.collection('consents').where({ _id: db.command.in(ids) })
  return readMany<Consent>(theirs.limit(ids.length))
}

/** Those who allow at least one message of a template. */
export function readAllowing(db: Database, template: TemplateName): Promise<Consent[]> {
  const _ = db.command
  const allowing = { template: _.eq(template), left: _.gt(0) }
  return readMany<Consent>(db.collection('consents').where(allowing).limit(MOST_PEOPLE))
}
