import type { Contract } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import type { Handler } from '../serve'

export const arrivals: Handler<Contract['points']['arrivals']> = async ({ since }, env) => {
  const member = await readMember(env, env.caller())
  if (member === null) return refuse('NOT_A_MEMBER')
  const lines = member.latest.filter(({ seq }) => seq > since)
  return accept({ seq: member.seq, balance: balanceOf(member.account), lines })
}
