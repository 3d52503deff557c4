import type { Contract, Program } from '../../core/contract'
import { accept, type Result, refuse } from '../../core/domain/result'
import { claimBill } from '../../core/store/bill-claim'
import { branchName } from '../../core/store/restaurant'
import { settle } from '../../core/store/settle'
import { openVisit, type Visit } from '../codes'
import type { Env } from '../env'
import type { Handler } from '../serve'
import { sumView } from '../sum-view'

type Input = Parameters<Handler<Contract['cashier']['settleBill']>>[0]
type Beside = Result<
  { program: Program },
  'FORBIDDEN' | 'VISIT_EXPIRED' | 'BILL_ALREADY_SETTLED' | 'KEY_REUSED' | 'BUSY'
>

/** The bill as the cashier typed it, credited at once. EARN-29. */
export const settleBill: Handler<Contract['cashier']['settleBill']> = async (input, env) => {
  const opened = openVisit(env.secret, input.visit, env.caller(), env.now)
  const restaurant = await env.restaurant()
  if (!opened.ok) return refuse('VISIT_EXPIRED')

  const { member, branch, over } = opened.value
  const place = { id: branch, name: branchName(restaurant, branch) }
  const { key, amount, billNo } = input
  const bill = { branch: place, amount, bill: billNo ?? key, day: null }
  const beside = async (): Promise<Beside> => {
    const staff = await env.staff('cashier')
    if (!staff.ok) return staff
    if (over || staff.value.branch !== branch) return refuse('VISIT_EXPIRED')
    const claimed = billNo === undefined ? accept('no number') : await claim(input, billNo, opened.value, env)
    return claimed.ok ? accept(restaurant) : claimed
  }
  const command = { procedure: 'cashier.settleBill', key, member, input, beside, by: opened.value.staff }
  const settled = await settle(env, command, bill)
  return settled.ok ? accept(sumView(settled.value)) : settled
}

/** Only once the caller is known to be staff: a stranger must not take a number. */
const claim = (input: Input, billNo: string, { member, branch }: Visit, env: Env) =>
  claimBill(env, { branch, billNo, key: input.key, member, fingerprint: JSON.stringify(input) })
