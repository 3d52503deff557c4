import type { AccountState, BusinessDay, Points, Program } from '../../contract'
import type { Account } from '../account'
import { points, sumOfPoints } from '../amounts'
import { excessId, pendingId, type RewardReferral } from './task'

/** A reward that was sent to who invites, and what came of it; null while nobody knows. */
export interface SentReward {
  task: Pick<RewardReferral, 'friend' | 'turn' | 'points' | 'until'>
  outcome: string | null
}

type Reason = 'STAFF' | 'BARRED' | 'MONTH_FULL'
const REASONS: readonly string[] = ['STAFF', 'BARRED', 'MONTH_FULL'] satisfies Reason[]

export interface FriendStanding {
  status: 'joined' | 'awaitingOrder' | 'pending' | 'arrived' | 'excluded'
  reason: Reason | null
  points: Points
  until: BusinessDay | null
}

type ReferredBy = NonNullable<AccountState['referredBy']>

/** Turns in which a reward may have been sent: when he joined, and with the order that counts now. */
export const turnsOf = ({ turn, order }: ReferredBy): number[] => (order === null ? [0] : [0, turn])

/** There already, with this order or with one that was refunded too late to take them back. */
const GOOD: readonly string[] = ['ok', 'REWARDED_BEFORE']

const NOTHING = { reason: null, points: points(0), until: null }

/**
 * How it stands with a friend, for who invited him: joined, first order awaited, points wait, points
 * there, or does not count and why. REF-04, REF-08.
 */
export function friendStanding(
  friend: ReferredBy,
  sent: readonly SentReward[],
  account: Account,
  { referral }: Pick<Program, 'referral'>,
): FriendStanding {
  if (friend.excluded !== null) return { ...NOTHING, status: 'excluded', reason: friend.excluded }
  const refused = sent.find(({ task, outcome }) => task.turn === friend.turn && isReason(outcome))
  const good = sent.filter(({ outcome }) => outcome === null || GOOD.includes(outcome))
  const sum = points(good.reduce((all, { task }) => all + task.points, 0))
  if (friend.order === null) {
    const awaits = referral?.rules.some(
      ({ trigger, beneficiary }) => trigger === 'firstPaidOrder' && beneficiary !== 'referee',
    )
    return { ...NOTHING, status: awaits ? 'awaitingOrder' : 'joined', points: sum }
  }
  if (refused !== undefined && isReason(refused.outcome))
    return { ...NOTHING, status: 'excluded', reason: refused.outcome, points: sum }
  if (good.length === 0) return { ...NOTHING, status: 'joined' }
  const waiting = good.find(({ task, outcome }) => outcome === null || waits(account, task))
  return waiting === undefined
    ? { ...NOTHING, status: 'arrived', points: sum }
    : { ...NOTHING, status: 'pending', points: sum, until: waiting.task.until }
}

const isReason = (outcome: string | null): outcome is Reason => outcome !== null && REASONS.includes(outcome)

const waits = ({ pending }: Account, task: SentReward['task']): boolean =>
  pending.some(({ id }) => id === pendingId(task) || id === excessId(task))

/** Points for his friends that wait; those he was promised when he came himself are none. */
export const waitingForFriends = ({ pending, referredBy }: Account): Points =>
  sumOfPoints(
    pending.filter(
      ({ id, source }) => source === 'referral' && !id.startsWith(`referral.${referredBy?.member}.`),
    ),
  )
