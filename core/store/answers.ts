import type { Answer, BusinessDay, MemberId } from '../contract'
import { instantOf } from '../domain/calendar'
import type { Said } from '../domain/questionnaire/answer'
import { type Database, readMany } from './database'
import type { Row } from './member'

/** What a member said to a questionnaire: written by the command that gave him the points, and never changed. */
export interface KeptAnswers {
  /** `<questionnaire>.<member>`: there can be only one. */
  _id: string
  questionnaire: string
  member: MemberId
  on: BusinessDay
  at: string
  answers: readonly Answer[]
}

export function answersRow(
  { questionnaire, answers }: Said,
  member: MemberId,
  on: BusinessDay,
  now: Date,
): Row {
  const kept: KeptAnswers = {
    _id: `${questionnaire}.${member}`,
    questionnaire,
    member,
    on,
    at: instantOf(now),
    answers,
  }
  return { collection: 'answers', document: { ...kept } }
}

/** The newest answers to a questionnaire, at most so many, without who gave them. */
export async function readAnswers(db: Database, questionnaire: string, most: number): Promise<Answer[][]> {
  const _ = db.command
  const found = await readMany<{ answers: Answer[] }>(
    db
      .collection('answers')
      .where({ questionnaire: _.eq(questionnaire) })
      .orderBy('at', 'desc')
      .field({ answers: true })
      .limit(most),
  )
  return found.map(({ answers }) => answers)
}
