import { businessDayOf } from '../domain/calendar'
import { bringUpToDate } from './bring-up-to-date'
import { type Kept, type Operator, readMany } from './database'
import { type MemberRange, within } from './lanes'
import type { Member } from './member'
import { notAside } from './set-aside'

const BATCH = 100

/** Returns how many were due; call again while it is a full batch. Everybody is found by an index. */
type Job = (kept: Kept, range?: MemberRange) => Promise<{ due: number; more: boolean }>

/**
 * Members to whom time has done something or brings a letter. Every command does the same for its own member at
 * once, so this only moves it forward. EXP-01, EXP-03, I9.
 */
export const settleTimeOfMembers: Job = (kept, range) =>
  treatDue(kept, range, 'time', { nextDueOn: kept.db.command.lte(businessDayOf(kept.now)) })

/**
 * Members whom the programme of today has not met: it may ask something for their tier, let their points stand still
 * or tell them more. Everybody is met once for each programme, a hundred by two calls where nothing comes of it. A
 * function that still went by the one before leaves its member to be found again. C-14, DOWN-01.
 */
export const meetMembers: Job = async (kept, range) => {
  const { validFrom } = await kept.program()
  return treatDue(kept, range, 'met', { programFrom: kept.db.command.lt(validFrom) })
}

async function treatDue(
  kept: Kept,
  range: MemberRange = null,
  job: string,
  isDue: Record<string, Operator>,
): ReturnType<Job> {
  const where = { ...isDue, ...notAside(kept), ...within(kept, range) }
  const members = await readMany<Member>(kept.db.collection('members').where(where).limit(BATCH))
  if (members.length > 0) await bringUpToDate(kept, job, members)
  return { due: members.length, more: members.length === BATCH }
}
