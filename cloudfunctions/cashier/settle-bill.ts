import type { Contract, Program } from '../../core/contract'
import { finding } from '../../core/domain/audit/finding'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, type Result, refuse } from '../../core/domain/result'
import { maySettle } from '../../core/domain/rights'
import { raise } from '../../core/store/alarms'
import { claimBill } from '../../core/store/bill-claim'
import { branchName } from '../../core/store/restaurant'
import { settle } from '../../core/store/settle'
import type { Staff } from '../../core/store/staff'
import { openVisit, type Visit } from '../codes'
import type { Env } from '../env'
import type { Handler } from '../serve'
import { sumView } from '../sum-view'

type Input = Parameters<Handler<Contract['cashier']['settleBill']>>[0]
type Beside = Result<
  { program: Program; staff: Staff },
  'FORBIDDEN' | 'VISIT_EXPIRED' | 'ABOVE_LIMIT' | 'BILL_ALREADY_SETTLED' | 'KEY_REUSED' | 'BUSY'
>

/** The bill as the cashier typed it, credited at once. EARN-29. */
export const settleBill: Handler<Contract['cashier']['settleBill']> = async (input, env) => {
  const opened = openVisit(env.secret, input.visit, env.caller(), env.now)
  const restaurant = await env.restaurant()
  if (!opened.ok) return refuse('VISIT_EXPIRED')

  const { member, branch, over } = opened.value
  const place = { id: branch, name: branchName(restaurant, branch) }
  const { key, amount, billNo } = input
  env.about(member, billNo)
  const bill = { branch: place, amount, atDesk: true, bill: billNo ?? key, day: null }
  const beside = async (): Promise<Beside> => {
    const staff = await env.staff('cashier.settleBill')
    if (!staff.ok) return staff
    if (over || staff.value.branch !== branch) return refuse('VISIT_EXPIRED')
    const may = maySettle(staff.value, amount, restaurant.program)
    if (!may.ok) return may
    if (staff.value._id === member) await tellOfOwnAccount(env, staff.value, key)
    const claimed = billNo === undefined ? accept('no number') : await claim(input, billNo, opened.value, env)
    return claimed.ok ? accept({ program: restaurant.program, staff: staff.value }) : claimed
  }
  const by = ({ staff }: { staff: Staff }) => ({ staff, member, subject: billNo ?? null })
  const command = { procedure: 'cashier.settleBill', key, member, input, beside, by }
  const settled = await settle(env, command, bill)
  return settled.ok ? accept(sumView(settled.value)) : settled
}

/** Only once the caller is known to be staff: a stranger must not take a number. */
const claim = (input: Input, billNo: string, { member, branch }: Visit, env: Env) =>
  claimBill(env, { branch, billNo, key: input.key, member, fingerprint: JSON.stringify(input) })

/**
 * Who dines where he works may be credited by himself when nobody else is there: it is told, before
 * it is done, and a person judges. One alarm for a colleague and a day, counted by bills.
 */
function tellOfOwnAccount(env: Env, { _id, name }: Staff, key: string): Promise<void> {
  const found = finding('OWN_ACCOUNT_CREDITED', _id, `${_id}.${businessDayOf(env.now)}`, { subject: name })
  return raise(env, found, `${env.now.toISOString()} ${key}`)
}
