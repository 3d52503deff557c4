import type { BusinessDay, Entry, Fen, MemberId, Program, ReferralExclusion } from '../../contract'
import type { Account } from '../account'
import { fen } from '../amounts'
import { addDays } from '../calendar'
import type { Errand } from '../errand'
import { rewardErrands, withdrawErrands } from './errands'
import { referralWorth } from './worth'

/** What a referral does to the account of who was brought, and what has to be done for both. */
interface Counted {
  entries: Entry[]
  errands: Errand[]
}

const NOTHING: Counted = { entries: [], errands: [] }

/** Whose code he came with, and whether it counts. A code that leads to nobody leaves nothing. */
export type Brought =
  | { standing: 'COUNTS' | ReferralExclusion; referrer: MemberId }
  | { standing: 'REFERRAL_OFF' | 'CODE_UNKNOWN'; referrer: null }

/** He joins by a friend's code, or without one; where joining itself is worth something, both get it. REF-02. */
export function acceptReferral(
  referee: MemberId,
  brought: Brought | null,
  on: BusinessDay,
  program: Program,
): Counted {
  if (brought === null || brought.referrer === null) return NOTHING
  const { standing, referrer } = brought
  const excluded = standing === 'COUNTS' ? null : standing
  const worth = referralWorth('register', fen(0), program)
  const pair = { referrer, referee }
  const errands = excluded === null ? rewardErrands(pair, { turn: 0, withdrawn: [] }, worth, on, program) : []
  return { entries: [{ type: 'ReferralAccepted', on, by: referrer, excluded }], errands }
}

/**
 * The first bill that is worth something to either counts, and no later one: a friend's first order.
 * What it is worth is fixed here, whenever it reaches whom. REF-01, REF-03.
 */
export function countOrder(
  referee: MemberId,
  { referredBy }: Account,
  { bill, amount, day }: { bill: string; amount: Fen; day: BusinessDay },
  program: Program,
): Counted {
  const isAwaited = referredBy !== null && referredBy.excluded === null && referredBy.order === null
  if (!isAwaited || amount === 0) return NOTHING
  const pair = { referee, referrer: referredBy.member }
  const worth = referralWorth('firstPaidOrder', amount, program)
  const safeOn = addDays(day, program.referral?.pendingDays ?? 0)
  const { withdrawn, turn } = referredBy
  const errands = rewardErrands(pair, { turn: turn + 1, withdrawn }, worth, safeOn, program)
  if (errands.length === 0) return NOTHING
  const sides = errands.map(({ task }) => task.side)
  return { entries: [{ type: 'ReferralCounted', on: day, bill, safeOn, sides }], errands }
}

/**
 * The order that counts is refunded in full before it is refund-safe: what waits for it is withdrawn, and
 * the next one may count. From that day on nothing is taken back any more. C-20.
 */
export function reopenReferral(
  referee: MemberId,
  { referredBy }: Account,
  bill: string,
  on: BusinessDay,
): Counted {
  if (referredBy?.order?.bill !== bill || on >= referredBy.order.safeOn) return NOTHING
  const pair = { referee, referrer: referredBy.member }
  const { sides } = referredBy.order
  const errands = withdrawErrands(pair, referredBy.turn, referredBy.order)
  return { entries: [{ type: 'ReferralReopened', on, bill, sides }], errands }
}
