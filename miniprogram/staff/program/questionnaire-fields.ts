import type { Terms } from './form'
import { freshId } from './fresh-id'
import { readWhole } from './read-number'
import type { Reader } from './reader'

type Questionnaire = NonNullable<Terms['questionnaire']>
type Question = Questionnaire['questions'][number]

/** A questionnaire while it is typed. */
export interface QuestionnaireFields {
  questionnaire: 'none' | 'on'
  questionnaireId: string
  questionnaireTitle: string
  questionnairePoints: string
  questions: QuestionFields[]
}

export interface QuestionFields {
  id: string
  words: string
  kind: 'stars' | 'one' | 'several'
  /** One that is left empty is none. */
  options: { id: string; words: string }[]
}

export const MOST_QUESTIONS = 5
export const MOST_OPTIONS = 6
const LEAST_OPTIONS = 2
const [TITLE_LENGTH, QUESTION_LENGTH, OPTION_LENGTH] = [20, 40, 20]
const USUAL_POINTS = '30'

export const newOption = () => ({ id: freshId(), words: '' })

export const newQuestion = (): QuestionFields => ({
  id: freshId(),
  words: '',
  kind: 'stars',
  options: [newOption(), newOption()],
})

export const questionnaireFieldsOf = (asked: Terms['questionnaire']): QuestionnaireFields =>
  asked
    ? {
        questionnaire: 'on',
        questionnaireId: asked.id,
        questionnaireTitle: asked.title,
        questionnairePoints: String(asked.points),
        questions: asked.questions.map(questionFieldsOf),
      }
    : {
        questionnaire: 'none',
        questionnaireId: freshId(),
        questionnaireTitle: '',
        questionnairePoints: USUAL_POINTS,
        questions: [newQuestion()],
      }

const questionFieldsOf = (question: Question): QuestionFields => ({
  ...newQuestion(),
  id: question.id,
  words: question.words,
  ...(question.kind === 'choice'
    ? { kind: question.several ? 'several' : 'one', options: question.options }
    : {}),
})

export function readQuestionnaire(form: QuestionnaireFields, reader: Reader): Questionnaire | null {
  if (form.questionnaire === 'none') return null
  if (form.questions.length === 0) reader.refuse('questions', '至少出一道题')
  return {
    id: form.questionnaireId,
    title: readWords('questionnaireTitle', form.questionnaireTitle, TITLE_LENGTH, reader),
    points: reader.number('questionnairePoints', readWhole(form.questionnairePoints, 1, 10_000)),
    questions: form.questions.map((question, i) => readQuestion(question, `questions.${i}`, reader)),
  }
}

function readQuestion({ id, words, kind, options }: QuestionFields, at: string, reader: Reader): Question {
  const asked = { id, words: readWords(`${at}.words`, words, QUESTION_LENGTH, reader) }
  if (kind === 'stars') return { ...asked, kind }
  const filled = options.flatMap((option, i) =>
    option.words.trim() === ''
      ? []
      : [
          {
            id: option.id,
            words: readWords(`${at}.options.${i}.words`, option.words, OPTION_LENGTH, reader),
          },
        ],
  )
  if (filled.length < LEAST_OPTIONS) reader.refuse(`${at}.options`, `至少填 ${LEAST_OPTIONS} 个选项`)
  return { ...asked, kind: 'choice', several: kind === 'several', options: filled }
}

function readWords(name: string, typed: string, longest: number, reader: Reader): string {
  const words = typed.trim()
  if (words === '' || words.length > longest) reader.refuse(name, `请填 1 到 ${longest} 个字`)
  return words
}
