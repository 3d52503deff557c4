import type { Contract, MemberId } from '../../core/contract'
import { PhoneNumber } from '../../core/contract/primitives'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { bindPhone as bind } from '../../core/store/phone'
import type { Env } from '../env'
import { phoneHandle, phoneOwner, shownPhone } from '../phone-view'
import { seal } from '../seal'
import type { Handler } from '../serve'
import { askPhoneNumber } from '../wechat-phone'

/**
 * The number comes from WeChat, never from the phone. Asked again the code is used up, yet what was
 * done is found under its key; the answer is the number he has now.
 */
export const bindPhone: Handler<Contract['member']['bindPhone']> = async (input, env) => {
  const id = env.caller()
  const given = await numberOf(input.code, id, env)
  const bound = await bind(env, { key: input.key, member: id, input }, given)
  if (!bound.ok) return bound
  const member = await readMember(env, id)
  return accept({ phone: member && shownPhone(member, env) })
}

async function numberOf(code: string, member: MemberId, env: Env) {
  const told = await askPhoneNumber(env, code)
  if (told === null) return refuse('PHONE_CODE_EXPIRED')
  const number = PhoneNumber.safeParse(told.number)
  if (told.country !== '86' || !number.success) return refuse('PHONE_NOT_SUPPORTED')
  const sealed = seal(env.seals, phoneOwner(member), number.data)
  return accept({ handle: phoneHandle(env.secret, number.data), sealed })
}
