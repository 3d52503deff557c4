import type { Contract } from '../../core/contract'
import { bar as decide } from '../../core/store/blacklist'
import type { Handler } from '../serve'

export const bar: Handler<Contract['manager']['bar']> = async (input, env) => {
  env.about(input.member, input.note)
  const staff = await env.staff('manager.bar')
  return staff.ok ? decide(env, input, staff.value) : staff
}
