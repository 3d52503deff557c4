import type { Contract } from '../../core/contract'
import { hasAnswered } from '../../core/domain/questionnaire/answer'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import type { Handler } from '../serve'

export const questionnaire: Handler<Contract['engagement']['questionnaire']> = async (_input, env) => {
  const [member, program] = await Promise.all([readMember(env, env.caller()), env.program()])
  if (member === null) return refuse('NOT_A_MEMBER')
  const asked = program.questionnaire
  if (asked === null) return refuse('QUESTIONNAIRE_OFF')
  return accept({ questionnaire: asked, isAnswered: hasAnswered(member.account, asked.id) })
}
