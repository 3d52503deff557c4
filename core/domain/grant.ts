import type { BranchId, BusinessDay, Entry, Points, PointsSource, Program } from '../contract'
import { type Account, repaidBy } from './account'
import { points } from './amounts'
import { pendingEntries, underCap } from './cap'
import { lastDayOf } from './expiry'

export interface Grant {
  source: PointsSource
  /** What exactly for, as the member reads it. */
  about: string
  points: Points
  /** Where, if anywhere: its manager is who looks at what is beyond the cap. */
  branch?: BranchId
}

/**
 * Points that no bill earns: what the cap of their day lets through pays a debt first and lives as long
 * as any; the rest waits or is dropped, and is told in either case. None are no entry. CAP-01.
 */
export function grant(
  account: Account,
  { source, about, points: given, branch }: Grant,
  on: BusinessDay,
  program: Program,
): Entry[] {
  if (given === 0) return []
  const share = underCap(account, source, given, on, program)
  const { credited, over } = share
  const dropped = points(over?.over === 'drop' ? over.excess : 0)
  const granted: Entry = {
    type: 'PointsGranted',
    on,
    source,
    about,
    earned: credited,
    repaid: repaidBy(account, credited),
    expiresOn: lastDayOf(on, program),
    dropped,
    program: program.version,
  }
  const waiting = pendingEntries(
    account,
    share,
    { source, about, branch: branch ?? null, bill: null },
    on,
    program,
  )
  return [...(credited + dropped > 0 ? [granted] : []), ...waiting]
}
