import type { Contract, MemberId } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { allow } from '../../core/store/consents'
import { readOne } from '../../core/store/database'
import { readAllowances } from '../allowances'
import { sealAddress } from '../send-message'
import type { Handler } from '../serve'

/** Only what he pressed is counted, each template once for one tap. */
export const allowMessages: Handler<Contract['member']['allowMessages']> = async (
  { key, templates },
  env,
) => {
  const person: MemberId = env.caller()
  if ((await readOne(env.db, 'members', person)) === null) return refuse('NOT_A_MEMBER')
  const address = sealAddress(env)
  const counted = await Promise.all(
    [...new Set(templates)].map((template) => allow(env, { person, template, key, address })),
  )
  const failed = counted.find(({ ok }) => !ok)
  return failed?.ok === false ? failed : accept({ messages: await readAllowances(env, person) })
}
