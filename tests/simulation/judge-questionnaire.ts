import type { Judge } from './answer'

/** EARN-13: who is shown a questionnaire had answered it or not, and a manager is told what was there to count. */
export const judgeQuestionnaire: Judge = (books, { question, since }, { ok, data = {} }) => {
  const { asked, who } = question
  if (ok && asked === 'engagement.questionnaire') {
    const { questionnaire, isAnswered } = data as { questionnaire: { id: string }; isAnswered: boolean }
    const were = books.since(books.person(who ?? '').states, since)
    books.holds(
      were.some(({ plain }) => plain.answered.has(questionnaire.id) === isAnswered),
      'EARN-13',
      () => `${who} was told of ${questionnaire.id} that he answered it: ${isAnswered}`,
    )
  }
  if (!ok || asked !== 'manager.answers' || data.shown === null) return
  const { id, answered, questions } = data.shown as Shown
  const were = books.since(books.said.get(id), since, [0])
  books.holds(
    were.includes(answered),
    'EARN-13',
    () => `${answered} answers to ${id} were counted, there were ${were}`,
  )
  for (const { kind, counts } of questions) {
    const sum = counts.reduce((so, { count }) => so + count, 0)
    books.holds(kind === 'choice' || sum <= answered, 'EARN-13', () => `${sum} stars of ${answered}`)
  }
}

interface Shown {
  id: string
  answered: number
  questions: { kind: string; counts: { count: number }[] }[]
}
