import type { Contract } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { MEMBER_CODE_MS, makeMemberCode } from '../codes'
import type { Handler } from '../serve'

export const code: Handler<Contract['member']['code']> = async (_input, env) => {
  const member = await readMember(env, env.caller())
  if (member === null) return refuse('NOT_A_MEMBER')
  const expiresAt = new Date(env.now.getTime() + MEMBER_CODE_MS)
  return accept({
    code: makeMemberCode(env.secret, member._id, expiresAt.getTime()),
    expiresAt: instantOf(expiresAt),
    now: instantOf(env.now),
  })
}
