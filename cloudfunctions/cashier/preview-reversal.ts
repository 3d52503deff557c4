import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { mayReverse } from '../../core/domain/rights'
import { readMember } from '../../core/store/as-of'
import { reverseFor } from '../../core/store/reverse'
import { reversedView } from '../reversed-view'
import type { Handler } from '../serve'
import { billToReverse } from './bill-to-reverse'

/** The same calculation as reversing, and no write. */
export const previewReversal: Handler<Contract['cashier']['previewReversal']> = async (input, env) => {
  const wanted = await billToReverse('cashier.previewReversal', input.bill, env)
  if (!wanted.ok) return wanted
  const { found, staff } = wanted.value
  const [member, program] = await Promise.all([readMember(env, found.member), env.program()])
  if (member === null) return refuse('BILL_NOT_FOUND')
  const may = mayReverse(staff, found.settled.amount, program)
  if (!may.ok) return may
  const reversal = { amount: input.amount, reason: '', by: null }
  const reversed = reverseFor(member, found.settled, reversal, businessDayOf(env.now), program)
  return reversed.ok ? accept(reversedView(reversed.value.reply)) : reversed
}
