import type { BranchId, MemberId, TillOrder, TillRefusal, TillResult } from '../../core/contract'
import { MemberId as MemberNumber } from '../../core/contract/primitives'
import { fen, points } from '../../core/domain/amounts'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, type Result, refuse } from '../../core/domain/result'
import { claimBill } from '../../core/store/bill-claim'
import type { Restaurant } from '../../core/store/restaurant'
import { settle } from '../../core/store/settle'
import { spend } from '../../core/store/used-codes'
import { openMemberCode } from '../codes'
import type { Env } from '../env'

interface Branch {
  id: BranchId
  name: string
}

type Guard = 'CODE_USED' | 'PAID_AT_OUT_OF_RANGE' | 'BILL_ALREADY_SETTLED' | 'KEY_REUSED' | 'BUSY'

/** A till that was offline may report what was paid in the last week. */
const LATE_MS = 7 * 24 * 3_600_000
const EARLY_MS = 5 * 60_000

/** One order of one branch, credited once however often it is sent. POS-01. */
export async function settleOrder(order: TillOrder, branch: Branch, env: Env): Promise<TillResult> {
  const { order_id } = order
  const settled = await credit(order, branch, env)
  if (settled.ok) return { order_id, ok: true, ...settled.value }
  return {
    order_id,
    ok: false,
    refusal: settled.refusal === 'KEY_REUSED' ? 'ORDER_CHANGED' : settled.refusal,
  }
}

async function credit(order: TillOrder, branch: Branch, env: Env) {
  const paidAt = new Date(order.paid_at)
  const late = env.now.getTime() - paidAt.getTime()
  const outOfRange = late > LATE_MS || late < -EARLY_MS
  const key = `bill.${branch.id}.${order.order_id}`
  const owner = { branch: branch.id, billNo: order.order_id, key, fingerprint: JSON.stringify(order) }
  if (order.member === undefined)
    return outOfRange ? refuse('PAID_AT_OUT_OF_RANGE') : creditNobody(owner, env)
  const guest = guestOf(order.member, paidAt, env)
  if (!guest.ok) return guest

  const { member, code } = guest.value
  const restaurant = await env.restaurant()
  const beside = async (): Promise<Result<Restaurant, Guard>> => {
    if (outOfRange) return refuse('PAID_AT_OUT_OF_RANGE')
    if (code !== null && !(await spend(env, 'usedCodes', code, key))) return refuse('CODE_USED')
    const claimed = await claimBill(env, { ...owner, member })
    return claimed.ok ? accept(restaurant) : claimed
  }
  const command = { procedure: 'pos.settleOrder', key, member, input: order, beside }
  const day = businessDayOf(paidAt)
  const bill = { branch, amount: fen(order.amount_fen), atDesk: false, bill: order.order_id, day }
  const settled = await settle(env, command, bill)
  if (!settled.ok) return settled
  return accept({ points: settled.value.settled.earned, balance: settled.value.balance })
}

/** A guest who is no member: the number is taken, so that it cannot be credited to somebody later. */
async function creditNobody(owner: Omit<Parameters<typeof claimBill>[1], 'member'>, env: Env) {
  const claimed = await claimBill(env, { ...owner, member: null })
  return claimed.ok ? accept({ points: points(0), balance: null }) : claimed
}

/** By member number, or by the code he showed when he paid: judged by that moment, spent by this order. */
function guestOf(
  text: string,
  paidAt: Date,
  { secret }: Env,
): Result<{ member: MemberId; code: string | null }, TillRefusal> {
  const number = MemberNumber.safeParse(text)
  if (number.success) return accept({ member: number.data, code: null })
  const opened = openMemberCode(secret, text, paidAt)
  return opened.ok ? accept({ member: opened.value.member, code: opened.value.once }) : opened
}
