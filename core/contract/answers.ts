import * as z from 'zod'
import { procedure } from './procedure'
import { QuestionnaireId } from './questionnaire'

/** Answers that are counted: the newest of a questionnaire. */
export const MOST_ANSWERS = 1000

/** How often each option was chosen, or each number of stars given. */
const Counted = z.object({
  id: z.string(),
  words: z.string(),
  kind: z.enum(['choice', 'stars']),
  /** A choice of several counts each of them. */
  counts: z.array(z.object({ id: z.string(), words: z.string(), count: z.int() })),
  /** Of stars, in tenths: 43 is 4.3. Null for a choice, and while nobody has answered. */
  averageTenths: z.int().nullable(),
})

export const answers = {
  /** What members said to the latest questionnaire that was asked, or to one before. Who said it is not told. EARN-13. */
  answers: procedure({
    audience: 'manager',
    input: z.strictObject({ questionnaire: QuestionnaireId.optional() }),
    output: z.object({
      /** Of the latest twenty programmes that have begun, the newest first. */
      questionnaires: z.array(z.object({ id: z.string(), title: z.string() })),
      /** Null where there has never been one. */
      shown: z
        .object({
          id: z.string(),
          title: z.string(),
          isOpen: z.boolean(),
          questions: z.array(Counted),
          /** How many members' answers are counted. */
          answered: z.int(),
          /** There are older ones that are not. */
          more: z.boolean(),
        })
        .nullable(),
    }),
    refusals: ['QUESTIONNAIRE_NOT_FOUND'],
  }),
}
