import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { forgetPhone as forget } from '../../core/store/phone'
import type { Handler } from '../serve'

export const forgetPhone: Handler<Contract['member']['forgetPhone']> = async (input, env) => {
  const forgotten = await forget(env, { key: input.key, member: env.caller(), input })
  return forgotten.ok ? accept({ phone: null }) : forgotten
}
