import type { AnswerTo, QuestionTo } from '../../services/cloud'
import { formatPoints } from '../../services/format-points'

export type Asked = AnswerTo<'engagement', 'questionnaire'>['questionnaire']
type Done = AnswerTo<'engagement', 'answer'>
type Said = QuestionTo<'engagement', 'answer'>['answers'][number]

/** What he has chosen so far, by question: ids of options, or a number of stars. */
export type Chosen = Readonly<Record<string, readonly string[]>>

const STARS = ['1', '2', '3', '4', '5']
const STAR_WORDS = ['', '很不满意', '不太满意', '一般', '满意', '非常满意']

/** A tap on something: of one it replaces what was chosen, of several it is put in or taken out. */
export function choose({ questions }: Asked, chosen: Chosen, id: string, key: string): Chosen {
  const question = questions.find((each) => each.id === id)
  const before = chosen[id] ?? []
  if (question?.kind !== 'choice' || !question.several) return { ...chosen, [id]: [key] }
  return { ...chosen, [id]: before.includes(key) ? before.filter((each) => each !== key) : [...before, key] }
}

const isAnswered = (chosen: Chosen, id: string): boolean => (chosen[id] ?? []).length > 0

export function presentQuestionnaire(asked: Asked, chosen: Chosen) {
  const { title, questions, points } = asked
  const answered = questions.filter(({ id }) => isAnswered(chosen, id)).length
  const left = questions.length - answered
  return {
    title,
    points: formatPoints(points),
    progress: `${answered} / ${questions.length}`,
    bp: Math.floor((answered * 10_000) / questions.length),
    isComplete: left === 0,
    button: left === 0 ? `提交，得 ${formatPoints(points)} 积分` : `还有 ${left} 题`,
    cards: questions.map((question, i) => presentCard(question, i + 1, chosen[question.id] ?? [])),
  }
}
export type QuestionnaireView = ReturnType<typeof presentQuestionnaire>

function presentCard(question: Asked['questions'][number], no: number, picked: readonly string[]) {
  const { id, words, kind } = question
  const stars = kind === 'stars' ? Number(picked[0] ?? 0) : 0
  const isSeveral = question.kind === 'choice' && question.several
  return {
    id,
    no,
    words,
    kind,
    hint: kind === 'stars' ? (STAR_WORDS[stars] ?? '') : isSeveral ? '可以选几个' : '选一个',
    role: isSeveral ? 'checkbox' : 'radio',
    stars: STARS.map((key) => ({ key, isOn: Number(key) <= stars, label: `${key} 星` })),
    options: (question.kind === 'choice' ? question.options : []).map((option) => ({
      key: option.id,
      words: option.words,
      isOn: picked.includes(option.id),
    })),
  }
}

/** What is sent: one answer for each question. */
export const answersOf = ({ questions }: Asked, chosen: Chosen): Said[] =>
  questions.map(({ id, kind }) =>
    kind === 'stars'
      ? { question: id, kind, stars: Number(chosen[id]?.[0]) }
      : { question: id, kind, options: [...(chosen[id] ?? [])] },
  )

/** Points that wait are told, not celebrated. */
export const presentDone = ({ earned, pending }: Done) => ({
  title: '谢谢你的回答',
  figure: earned > 0 ? `+${formatPoints(earned)}` : '已收到',
  note: pending > 0 ? `另有 ${formatPoints(pending)} 积分待生效` : '我们会认真看',
})
