import type { Answer, Question } from '../../contract'
import { divideFloor } from '../amounts'

const STARS = [5, 4, 3, 2, 1]

/** How a question was answered: options as they stand in it, stars from five down. EARN-13. */
export interface Counted {
  id: string
  words: string
  kind: Question['kind']
  counts: { id: string; words: string; count: number }[]
  /** Of stars, in tenths, rounded half up: 4, 4 and 5 are 43. Null while there are none, and for a choice. */
  averageTenths: number | null
}

export const countAnswers = (
  questions: readonly Question[],
  all: readonly (readonly Answer[])[],
): Counted[] =>
  questions.map((question) => {
    const { id, words, kind } = question
    const given = all.flatMap((answers) => answers.filter((answer) => answer.question === id))
    const stars = given.flatMap((answer) => (answer.kind === 'stars' ? [answer.stars] : []))
    const chosen = given.flatMap((answer) => (answer.kind === 'choice' ? answer.options : []))
    const counts =
      question.kind === 'stars'
        ? STARS.map((each) => ({ id: String(each), words: `${each} 星`, count: times(stars, each) }))
        : question.options.map((option) => ({ ...option, count: times(chosen, option.id) }))
    return { id, words, kind, counts, averageTenths: averageTenths(stars) }
  })

const times = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length

function averageTenths(stars: readonly number[]): number | null {
  if (stars.length === 0) return null
  const sum = stars.reduce((so, each) => so + each, 0)
  return divideFloor(sum * 20 + stars.length, 2 * stars.length)
}
