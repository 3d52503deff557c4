import type { Questionnaire } from '../../core/contract'
import { points } from '../../core/domain/amounts'
import type { Chance } from './chance'

type Asked = Questionnaire['questions'][number]

const TASTE: Asked = { id: 'taste', words: '味道', kind: 'stars' }
const WHY: Asked = {
  id: 'why',
  words: '为什么来',
  kind: 'choice',
  several: true,
  options: ['near', 'good', 'cheap'].map((id) => ({ id, words: id })),
}
const AGAIN: Asked = { ...WHY, id: 'again', several: false }

/** A questionnaire in a house of one seed: few ids, so that one goes on under another programme, changed or not. */
export function drawQuestionnaire(chance: Chance): Questionnaire | null {
  if (chance.happens(0.15)) return null
  return {
    id: chance.pick(['spring', 'autumn']),
    title: '小问卷',
    points: points(1 + chance.below(30)),
    questions: chance.pick([[TASTE], [TASTE, WHY], [AGAIN, TASTE]]),
  }
}

/** What somebody says to it, mostly rightly. */
export function drawAnswers({ questions }: Pick<Questionnaire, 'questions'>, chance: Chance): object[] {
  const all = questions.map((question) => {
    const { id, kind } = question
    if (kind === 'stars') return { question: id, kind, stars: 1 + chance.below(5) }
    const options = question.options.map((option) => option.id)
    const first = chance.pick(options)
    const isMore = (question.several && chance.happens(0.5)) || chance.happens(0.1)
    return {
      question: id,
      kind,
      options: isMore ? [...new Set([first, chance.pick(options)])] : [first],
    }
  })
  return chance.happens(0.1) ? [...all, ...all].slice(1, 1 + all.length) : all
}
