import type { BusinessDay, Entry, MemberId, Points, Program } from '../contract'
import { balanceOf, postAll } from '../domain/account'
import { type Adjustment, adjustsAlone, adjust as decideAdjustment } from '../domain/adjust'
import { instantOf } from '../domain/calendar'
import { accept, type Result, refuse } from '../domain/result'
import type { Decide } from './command'
import type { Kept } from './database'
import type { Member, Row } from './member'
import { once } from './once'
import type { KeptAdjustment } from './proposals'
import type { Staff } from './staff'

type Adjusted = { outcome: 'adjusted' | 'proposed'; balance: Points }
type No = 'MEMBER_NOT_FOUND' | 'INSUFFICIENT_POINTS'

/**
 * A manager gives or takes points: at once up to his limit; beyond it, and to himself, as a proposal that
 * waits for a second person. Either way one command on the member, kept under its key. SEC-03.
 */
export function adjust(
  kept: Kept,
  { key, member, ...adjustment }: Adjustment & { key: string; member: MemberId },
  staff: Staff,
): Promise<Result<Adjusted, No | 'KEY_REUSED' | 'BUSY'>> {
  const command = {
    procedure: 'manager.adjust',
    key,
    member,
    input: adjustment,
    beside: async () => accept(null),
    by: () => ({ staff, member, subject: sayAdjustment(adjustment) }),
  }
  const decide: Decide<null, Adjusted, No> = (found, _beside, on, program) => {
    if (found === null) return refuse('MEMBER_NOT_FOUND')
    const { account } = found
    const entries = decideAdjustment(account, adjustment, on, program)
    if (!entries.ok) return entries
    if (member !== staff._id && adjustsAlone(staff.role, adjustment.points, program)) {
      const balance = balanceOf(postAll(account, entries.value))
      return accept({ entries: entries.value, reply: { outcome: 'adjusted', balance } })
    }
    const rows = [propose(kept, key, member, adjustment, staff)]
    return accept({ entries: [], rows, reply: { outcome: 'proposed', balance: balanceOf(account) } })
  }
  return once<null, never, Adjusted, No>(kept, command, decide)
}

/** `+200` or `-200`, as the trail says it. */
export const sayAdjustment = ({ direction, points }: Adjustment): string =>
  `${direction === 'give' ? '+' : '-'}${points}`

function propose(
  { now }: Kept,
  key: string,
  member: MemberId,
  adjustment: Adjustment,
  { _id, name }: Staff,
): Row {
  const proposal: KeptAdjustment = {
    _id: key,
    kind: 'adjustment',
    member,
    ...adjustment,
    status: 'open',
    by: { staff: _id, name },
    createdAt: instantOf(now),
    decided: null,
  }
  return { collection: 'proposals', document: { ...proposal } }
}

/** Null when he has fewer points by now than are to be taken. */
export function approvedAdjustment(
  { account }: Member,
  { direction, points, reason, note }: KeptAdjustment,
  on: BusinessDay,
  program: Program,
): Entry[] | null {
  const entries = decideAdjustment(account, { direction, points, reason, note }, on, program)
  return entries.ok ? entries.value : null
}
