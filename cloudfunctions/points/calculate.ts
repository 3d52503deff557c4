import type { Contract, Fen } from '../../core/contract'
import { LARGEST_BILL } from '../../core/contract/primitives'
import { balanceOf, postAll } from '../../core/domain/account'
import { fen, points } from '../../core/domain/amounts'
import { isBarred } from '../../core/domain/bar'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { billFor, type EarnedAt, nudge } from '../../core/domain/spend-nudge'
import { goals } from '../../core/domain/standing'
import { readMember } from '../../core/store/as-of'
import { findBranch } from '../../core/store/restaurant'
import { readSeatOfDay } from '../../core/store/seats'
import { settleFor } from '../../core/store/settle'
import type { Handler } from '../serve'

/** The same calculation as settling, for whoever is about to order, and no write. UX-02. */
export const calculate: Handler<Contract['points']['calculate']> = async ({ amount, branch }, env) => {
  const id = env.caller()
  const [member, restaurant, seat] = await Promise.all([
    readMember(env, id),
    env.restaurant(),
    readSeatOfDay(env, id),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')
  if (isBarred(member.account)) return refuse('BARRED')
  const { program, branches } = restaurant
  const [first] = branches
  const here = findBranch(restaurant, branch ?? seat?.branch ?? first?._id ?? '')
  if (here === undefined) return refuse('BRANCH_NOT_FOUND')

  const today = businessDayOf(env.now)
  const place = { id: here._id, name: here.name }
  const settle = (paid: Fen) =>
    settleFor(member, { branch: place, amount: paid, bill: 'preview' }, today, program)
  const earnedAt: EarnedAt = (paid) => settle(paid).reply.settled.earned
  const { entries, reply } = settle(amount)
  const { earned, steps, expiresOn } = reply.settled
  const after = postAll(member.account, entries)
  const was = goals(member.account, today, program)
  const is = goals(after, today, program)
  return accept({
    branch: place,
    branches: branches.map(({ _id, name }) => ({ id: _id, name })),
    earned,
    steps,
    expiresOn,
    balance: balanceOf(after),
    reach: is.best?.id === was.best?.id ? null : is.best,
    next: is.goal && { ...is.goal, more: moreFor(earned + is.goal.missing + after.debt, amount, earnedAt) },
    nudge: nudge(amount, program.earn, today, earnedAt),
  })
}

/** How much more he would have to spend to earn so many points; null when no bill earns them. */
function moreFor(asked: number, amount: Fen, earnedAt: EarnedAt): Fen | null {
  const bill = billFor(points(asked), fen(LARGEST_BILL), earnedAt)
  return bill === null ? null : fen(bill - amount)
}
