import type { Mutant } from './bundle'

/** Faults somebody could make in questionnaires. */
export const mutantsOfTheQuestionnaire: Mutant[] = [
  {
    name: 'a questionnaire is answered as often as one likes',
    theme: 'habits',
    file: 'core/domain/questionnaire/answer.ts',
    right: "if (hasAnswered(account, said.questionnaire)) return refuse('ALREADY_ANSWERED')",
    wrong: '',
    within: 500,
  },
  {
    name: 'what is no answer to what is asked is worth points',
    theme: 'habits',
    file: 'core/domain/questionnaire/answer.ts',
    right: 'said.questionnaire !== asked.id || !isAnswerTo(asked.questions, said.answers)',
    wrong: 'said.questionnaire !== asked.id',
    within: 1_000,
  },
  {
    name: 'points are given and what was said is lost',
    theme: 'habits',
    file: 'cloudfunctions/engagement/answer.ts',
    right: 'entries: decided.value, rows, reply:',
    wrong: 'entries: decided.value, reply:',
    within: 300,
  },
]
