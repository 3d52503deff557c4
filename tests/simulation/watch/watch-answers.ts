import type { KeptAnswers } from '../../../core/store/answers'
import type { Books } from '../books'
import type { Write } from '../engine'

/** EARN-13: what somebody said is added once, after the line that gave him the points, as he said it, and never touched. */
export function watchAnswers(books: Books, { before, after }: Write) {
  if (before !== null || after === null)
    return books.violate('EARN-13', `answers ${before?._id} were touched`)
  const { _id, questionnaire, member, answers } = after as unknown as KeptAnswers
  const line = books
    .person(member)
    .lines.find(
      ({ entry }) => entry.type === 'QuestionnaireAnswered' && entry.questionnaire === questionnaire,
    )
  const said = books.committed.get(line?.key ?? '')?.body ?? ''
  books.holds(
    _id === `${questionnaire}.${member}` && said.includes(JSON.stringify(answers)),
    'EARN-13',
    () => `answers ${_id} were added: ${JSON.stringify(answers)}, he said ${said}`,
  )
  const many = books.said.get(questionnaire)?.at(-1)?.is ?? 0
  books.keep(books.said, questionnaire, many + 1)
}
