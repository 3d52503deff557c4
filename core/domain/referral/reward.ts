import type { BusinessDay, Entry, Points, Program } from '../../contract'
import type { Account } from '../account'
import { points, sumOfPoints } from '../amounts'
import { isBarred } from '../bar'
import { monthOf } from '../calendar'
import { underCap } from '../cap'
import { roomOf } from '../count-towards-caps'
import type { Arrival } from '../errand'
import { grant } from '../grant'
import { accept, type Result, refuse } from '../result'
import { countedIn, rewardsIn } from './post-referral'
import { excessId, pendingId, type RewardReferral, type WithdrawReferral } from './task'

/** What the points are for, as the ledger tells it. */
const ABOUT = { referrer: '邀请好友', referee: '受邀有礼' }
const REFUNDED = { referrer: '好友的订单已退款', referee: '订单已退款' }

/**
 * Give one side its points: at once where the order is refund-safe already, otherwise they wait. Who
 * invites gets so many a month; the month is that of this day, so that none can be passed. REF-07, RISK-09.
 */
export function rewardReferral(
  account: Account,
  task: RewardReferral,
  { isStaff, before }: Arrival,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'REWARDED_BEFORE' | 'STAFF' | 'BARRED' | 'MONTH_FULL'> {
  if (before === 'ALREADY_SAFE') return refuse('REWARDED_BEFORE')
  if (isStaff) return refuse('STAFF')
  if (isBarred(account)) return refuse('BARRED')
  const month = countedIn(account.referrals, monthOf(on))
  const isFull = task.perMonth !== null && rewardsIn(account.referrals, month) >= task.perMonth
  if (task.side === 'referrer' && isFull) return refuse('MONTH_FULL')
  const { entries, come } =
    task.until <= on ? comeNow(account, task, on, program) : wait(account, task, on, program)
  const { friend } = task
  const counted: Entry[] =
    task.side === 'referrer' ? [{ type: 'FriendRewarded', on, friend, points: come }] : []
  return accept([...counted, ...entries])
}

/** Lines, and the points that come by them now or later: what a cap drops does not. */
interface Credited {
  entries: Entry[]
  come: Points
}

function comeNow(account: Account, task: RewardReferral, on: BusinessDay, program: Program): Credited {
  const { side, points: given } = task
  const entries = grant(account, { source: 'referral', about: ABOUT[side], points: given }, on, program)
  const dropped = entries.reduce((sum, entry) => sum + ('dropped' in entry ? entry.dropped : 0), 0)
  return { entries, come: points(given - dropped) }
}

/**
 * What the cap of the day lets through waits for the order to be refund-safe. The rest, unless it is
 * dropped, waits for a person: days that came before the order is safe would be too soon. CAP-01.
 */
function wait(account: Account, task: RewardReferral, on: BusinessDay, program: Program): Credited {
  const { credited, over } = underCap(account, 'referral', task.points, on, program)
  const excess = points(over === null || over.over === 'drop' ? 0 : over.excess)
  const about = { source: 'referral' as const, about: ABOUT[task.side], branch: null, bill: null }
  const waiting = (pending: string, more: Points, until: BusinessDay | null): Entry[] =>
    more === 0
      ? []
      : [
          {
            type: 'PointsPending',
            on,
            pending,
            ...about,
            points: more,
            until,
            reason: until === null ? 'review' : 'refundSafe',
            program: program.version,
          },
        ]
  const entries = [
    ...waiting(pendingId(task), credited, task.until),
    ...waiting(excessId(task), excess, null),
  ]
  return { entries, come: points(credited + excess) }
}

/**
 * The friend's order was refunded while its points waited: they are forfeited. Points that have been
 * released stay: that is what refund-safe means, also when the word of the refund came too late. C-20.
 */
export function withdrawReferral(
  account: Account,
  task: WithdrawReferral,
  { before }: Arrival,
  on: BusinessDay,
): Result<Entry[], 'NOTHING_GIVEN' | 'ALREADY_SAFE'> {
  if (before === 'REWARDED_BEFORE') return refuse('ALREADY_SAFE')
  if (before !== 'ok') return refuse('NOTHING_GIVEN')
  if (on >= task.until) return refuse('ALREADY_SAFE')
  const ids = [pendingId(task), excessId(task)]
  const waiting = account.pending.filter(({ id }) => ids.includes(id))
  const [first] = waiting
  if (first === undefined) return refuse('ALREADY_SAFE')
  const reason = REFUNDED[task.side]
  const forfeited = waiting.map(
    (one): Entry => ({
      type: 'PendingForfeited',
      on,
      pending: one.id,
      source: one.source,
      points: one.points,
      reason,
      ...roomOf(account, one),
    }),
  )
  if (task.side === 'referee') return accept(forfeited)
  const lost = sumOfPoints(waiting)
  const withdrawn = { friend: task.friend, points: lost, month: monthOf(first.since) }
  return accept([...forfeited, { type: 'FriendWithdrawn', on, ...withdrawn }])
}
