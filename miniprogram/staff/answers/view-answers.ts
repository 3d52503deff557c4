import type { AnswerTo } from '../../services/cloud'
import { formatPoints } from '../../services/format-points'

type Found = AnswerTo<'manager', 'answers'>
type Counted = NonNullable<Found['shown']>['questions'][number]

/** Parts of those who answered, so that bars of a choice of several can be compared as well. */
const shareBp = (count: number, answered: number): number =>
  answered === 0 ? 0 : Math.floor((count * 10_000) / answered)

function viewQuestion({ id, words, kind, counts, averageTenths }: Counted, answered: number) {
  return {
    id,
    words,
    isStars: kind === 'stars',
    average: averageTenths === null ? '' : `${Math.floor(averageTenths / 10)}.${averageTenths % 10}`,
    counts: counts.map((one) => {
      const bp = shareBp(one.count, answered)
      return { ...one, bp, share: `${Math.round(bp / 100)}%` }
    }),
  }
}

/** The result as the page draws it; null where nothing was ever asked. EARN-13. */
export function viewAnswers({ shown, questionnaires }: Found) {
  if (shown === null) return null
  const { id, title, isOpen, questions, answered, more } = shown
  return {
    id,
    title,
    isOpen,
    answered: formatPoints(answered),
    hasAnswers: answered > 0,
    note: more ? `按最近 ${formatPoints(answered)} 份统计，更早的没有算进来` : '只有统计，看不到是谁选的',
    chips: questionnaires.map((each) => ({ key: each.id, text: each.title })),
    questions: questions.map((question) => viewQuestion(question, answered)),
  }
}
export type AnswersView = NonNullable<ReturnType<typeof viewAnswers>>
