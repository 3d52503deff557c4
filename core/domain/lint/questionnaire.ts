import type { Questionnaire } from '../../contract'
import type { Lint } from './remark'

/**
 * What was asked under an id stays asked, and what was promised for it stays promised; only the words may be mended.
 * Otherwise answers to different questions would be added up. EARN-13.
 */
export const questionnaireIsItself: Lint = ({ questionnaire: now }, { before }) => {
  const was = before?.questionnaire ?? null
  if (was === null || now === null || was.id !== now.id) return []
  const isItself = now.points >= was.points && shapeOf(now) === shapeOf(was)
  return isItself ? [] : [{ rule: 'QUESTIONNAIRE_REWRITTEN', at: 'questionnaire', found: now.title }]
}

const shapeOf = ({ questions }: Questionnaire): string =>
  JSON.stringify(
    questions.map((question) => [
      question.id,
      question.kind,
      ...(question.kind === 'choice' ? [question.several, question.options.map(({ id }) => id)] : []),
    ]),
  )

/** Some taps are worth less than anything one can claim: otherwise they pay for the reward alone. EARN-13, COST-06. */
export const questionnaireIsCheap: Lint = ({ questionnaire, rewards }) => {
  if (questionnaire === null) return []
  const { points: found } = questionnaire
  const expected = Math.min(...rewards.map(({ points }) => points))
  return found > expected ? [{ rule: 'QUESTIONNAIRE_DEAR', at: 'questionnaire.points', expected, found }] : []
}
