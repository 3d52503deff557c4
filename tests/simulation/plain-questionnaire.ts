import type { Program } from '../../core/contract'
import { plainGift } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'

interface Said {
  question: string
  kind: string
  options?: string[]
}

/** Points for answering what is asked today, once for each questionnaire: the lines, or the word for no. EARN-13. */
export function plainAnswer(
  member: PlainMember,
  { questionnaire: id, answers }: { questionnaire: string; answers: Said[] },
  today: string,
  program: Program,
): PlainLine[] | string {
  const asked = program.questionnaire
  if (asked === null) return 'QUESTIONNAIRE_OFF'
  if (member.bar !== null) return 'BARRED'
  if (member.answered.has(id)) return 'ALREADY_ANSWERED'
  const open = new Map(asked.questions.map((question) => [question.id, question]))
  for (const { question, kind, options = [] } of answers) {
    const it = open.get(question)
    open.delete(question)
    if (it?.kind !== kind) return 'QUESTIONNAIRE_CHANGED'
    if (it.kind === 'stars') continue
    const left = new Set(it.options.map((option) => option.id))
    if (!options.every((option) => left.delete(option))) return 'QUESTIONNAIRE_CHANGED'
    if (!it.several && options.length > 1) return 'QUESTIONNAIRE_CHANGED'
  }
  if (id !== asked.id || open.size > 0) return 'QUESTIONNAIRE_CHANGED'
  member.answered.add(id)
  const line = { type: 'QuestionnaireAnswered', on: today, delta: 0, lots: '' }
  return [line, ...plainGift(member, asked.points, today, program, 'engage')]
}
