import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { allow } from '../../core/store/consents'
import { sealAddress } from '../send-message'
import type { Handler } from '../serve'

/** Only what he pressed is counted. If a phone says more than is true, WeChat refuses to deliver it. */
export const allowMessages: Handler<Contract['manager']['allowMessages']> = async (
  { key, template },
  env,
) => {
  const staff = await env.staff('manager.allowMessages')
  if (!staff.ok) return staff
  const left = await allow(env, { person: staff.value._id, template, key, address: sealAddress(env) })
  return left.ok ? accept({ left: left.value }) : left
}
