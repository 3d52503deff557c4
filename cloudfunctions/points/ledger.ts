import type { Contract } from '../../core/contract'
import { LEDGER_PAGE } from '../../core/contract/points'
import { balanceOf } from '../../core/domain/account'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { readLedger } from '../../core/store/ledger'
import type { Handler } from '../serve'

export const ledger: Handler<Contract['points']['ledger']> = async (filter, env) => {
  const id = env.caller()
  const [member, kept] = await Promise.all([
    readMember(env, id),
    readLedger(env.db, id, filter, LEDGER_PAGE + 1),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')
  const lines = kept(member)
  const page = lines.slice(0, LEDGER_PAGE)
  const next = lines.length > LEDGER_PAGE ? (page.at(-1)?.seq ?? null) : null
  return accept({ balance: balanceOf(member.account), lines: page, next })
}
