import type { Contract } from '../../core/contract'
import { adjust as decide, sayAdjustment } from '../../core/store/adjust'
import type { Handler } from '../serve'

export const adjust: Handler<Contract['manager']['adjust']> = async (input, env) => {
  env.about(input.member, sayAdjustment(input))
  const staff = await env.staff('manager.adjust')
  return staff.ok ? decide(env, input, staff.value) : staff
}
