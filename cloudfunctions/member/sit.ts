import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { findBranch } from '../../core/store/restaurant'
import { takeSeat } from '../../core/store/seats'
import type { Handler } from '../serve'

export const sit: Handler<Contract['member']['sit']> = async ({ branch, table }, env) => {
  const found = findBranch(await env.restaurant(), branch)
  if (found === undefined || !found.tables.includes(table)) return refuse('TABLE_NOT_FOUND')
  await takeSeat(env, { _id: env.caller(), branch, table })
  return accept({ branchName: found.name, table })
}
