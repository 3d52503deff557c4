import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { mayReverse } from '../../core/domain/rights'
import { reverse } from '../../core/store/reverse'
import { reversedView } from '../reversed-view'
import type { Handler } from '../serve'
import { billNoOf, billToReverse } from './bill-to-reverse'

/** A bill or a part of it is taken back, once, with a reason that the guest reads. I8. */
export const reverseBill: Handler<Contract['cashier']['reverseBill']> = async (input, env) => {
  const wanted = await billToReverse('cashier.reverseBill', input.bill, env)
  if (!wanted.ok) return wanted
  const { staff, found } = wanted.value
  const by = () => ({ staff, member: found.member, subject: billNoOf(found) })
  const { key, amount, reason } = input
  const beside = async () => {
    const may = mayReverse(staff, found.settled.amount, await env.program())
    return may.ok ? accept(staff) : may
  }
  const command = { procedure: 'cashier.reverseBill', key, member: found.member, input, beside, by }
  const reversed = await reverse(env, command, found.settled, ({ name }) => ({ amount, reason, by: name }))
  return reversed.ok ? accept(reversedView(reversed.value)) : reversed
}
