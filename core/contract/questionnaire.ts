import * as z from 'zod'
import { Points } from './primitives'

/** A name of something that is asked: kept with every answer, never shown. */
const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

const Option = z.strictObject({ id: Name, words: z.string().min(1).max(20) })

const asked = { id: Name, words: z.string().min(1).max(40) }

/** Chosen, not written: nothing of it has to be checked before others may read it. */
const Question = z.discriminatedUnion('kind', [
  z.strictObject({
    ...asked,
    kind: z.literal('choice'),
    /** One of them, or at least one. */
    several: z.boolean(),
    options: z.array(Option).min(2).max(6),
  }),
  /** One to five. */
  z.strictObject({ ...asked, kind: z.literal('stars') }),
])
export type Question = z.infer<typeof Question>

/** A questionnaire (问卷): points for answering, once for each member. EARN-13. */
export const Questionnaire = z.strictObject({
  /** Another id is another questionnaire: who has answered this one may answer that. */
  id: Name,
  title: z.string().min(1).max(20),
  points: Points.min(1).max(10_000),
  questions: z.array(Question).min(1).max(5),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** What somebody said to one question. */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ question: Name, kind: z.literal('choice'), options: z.array(Name).min(1).max(6) }),
  z.strictObject({ question: Name, kind: z.literal('stars'), stars: z.int().min(1).max(5) }),
])
export type Answer = z.infer<typeof Answer>

/** One for each question, in any order. */
export const Answers = z.array(Answer).min(1).max(5)

export const QuestionnaireId = Name
