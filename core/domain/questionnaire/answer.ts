import type { Answer, BusinessDay, Entry, Program, Question } from '../../contract'
import { type Account, post } from '../account'
import { isBarred } from '../bar'
import { grant } from '../grant'
import { accept, type Result, refuse } from '../result'

/** What a member says, and to which questionnaire. */
export interface Said {
  questionnaire: string
  answers: readonly Answer[]
}

/** A questionnaire is answered once; another id is another questionnaire. EARN-13. */
export const hasAnswered = ({ answered = [] }: Account, questionnaire: string): boolean =>
  answered.includes(questionnaire)

/**
 * The points of a questionnaire (问卷), once for each member. What he says must answer the questions that are in force:
 * a page that was open while they changed is told so. Who is barred gets nothing, and so is not asked. EARN-13, RISK-04.
 */
export function answerQuestionnaire(
  account: Account,
  said: Said,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'QUESTIONNAIRE_OFF' | 'BARRED' | 'ALREADY_ANSWERED' | 'QUESTIONNAIRE_CHANGED'> {
  const asked = program.questionnaire
  if (asked === null) return refuse('QUESTIONNAIRE_OFF')
  if (isBarred(account)) return refuse('BARRED')
  if (hasAnswered(account, said.questionnaire)) return refuse('ALREADY_ANSWERED')
  if (said.questionnaire !== asked.id || !isAnswerTo(asked.questions, said.answers))
    return refuse('QUESTIONNAIRE_CHANGED')

  const { id, title, points } = asked
  const answered: Entry = {
    type: 'QuestionnaireAnswered',
    on,
    questionnaire: id,
    title,
    program: program.version,
  }
  const reward = { source: 'questionnaire', about: `填写「${title}」`, points } as const
  return accept([answered, ...grant(post(account, answered), reward, on, program)])
}

/** Each question is answered once, and nothing else is. */
const isAnswerTo = (questions: readonly Question[], answers: readonly Answer[]): boolean =>
  answers.length === questions.length &&
  questions.every((question) => answers.filter((one) => answersIt(question, one)).length === 1)

function answersIt(question: Question, answer: Answer): boolean {
  if (answer.question !== question.id) return false
  if (question.kind === 'stars' || answer.kind === 'stars') return question.kind === answer.kind
  const { options } = answer
  return (
    (question.several || options.length === 1) &&
    new Set(options).size === options.length &&
    options.every((id) => question.options.some((option) => option.id === id))
  )
}
