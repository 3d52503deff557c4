import type { Contract, OutputOf, RefusalOf } from '../../core/contract'
import { answerQuestionnaire } from '../../core/domain/questionnaire/answer'
import { accept, refuse } from '../../core/domain/result'
import { answersRow } from '../../core/store/answers'
import { once } from '../../core/store/once'
import type { Handler } from '../serve'
import { given } from './given'

type Done = OutputOf<Contract['engagement']['answer']>
type No = RefusalOf<Contract['engagement']['answer']>

/** What he says is kept by the same write that gives him the points. EARN-13. */
export const answer: Handler<Contract['engagement']['answer']> = (input, env) => {
  const id = env.caller()
  const beside = async () => accept(null)
  const command = { procedure: 'engagement.answer', key: input.key, member: id, input, beside }
  return once<null, never, Done, No>(env, command, (member, _beside, today, program) => {
    if (member === null) return refuse('NOT_A_MEMBER')
    const decided = answerQuestionnaire(member.account, input, today, program)
    if (!decided.ok) return decided
    const rows = [answersRow(input, id, today, env.now)]
    return accept({ entries: decided.value, rows, reply: given(member.account, decided.value) })
  })
}
