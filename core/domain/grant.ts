import type { BusinessDay, Entry, Points, PointsSource, Program } from '../contract'
import { type Account, repaidBy } from './account'
import { addMonths } from './calendar'

export interface Grant {
  source: PointsSource
  /** What exactly for, as the member reads it. */
  about: string
  points: Points
}

/** Points that no bill earns: they pay a debt first and live as long as any. None are no entry. */
export function grant(
  account: Account,
  { source, about, points }: Grant,
  on: BusinessDay,
  program: Program,
): Entry[] {
  if (points === 0) return []
  const repaid = repaidBy(account, points)
  const expiresOn = addMonths(on, program.lotMonths)
  return [
    { type: 'PointsGranted', on, source, about, earned: points, repaid, expiresOn, program: program.version },
  ]
}
