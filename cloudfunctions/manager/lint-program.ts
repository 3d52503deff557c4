import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import type { Handler } from '../serve'
import { judgeProgram } from './judge-program'

export const lintProgram: Handler<Contract['manager']['lintProgram']> = async (input, env) => {
  const [staff, judged] = await Promise.all([
    env.staff('manager.lintProgram'),
    judgeProgram(input.terms, input.validFrom, env),
  ])
  if (!staff.ok) return staff
  const { remarks, changes } = judged
  return accept({ remarks, changes })
}
