import type { Contract } from '../../core/contract'
import { liftBar as decide } from '../../core/store/blacklist'
import type { Handler } from '../serve'

export const liftBar: Handler<Contract['manager']['liftBar']> = async (input, env) => {
  env.about(input.member, input.note)
  const staff = await env.staff('manager.liftBar')
  return staff.ok ? decide(env, input, staff.value) : staff
}
