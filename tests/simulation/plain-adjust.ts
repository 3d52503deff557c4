import type { Program } from '../../core/contract'
import { ADMINS, MANAGER } from './house'
import { plainBurn, plainCredit, plainLastDay } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'

export interface PlainAdjustment {
  give: boolean
  points: number
}

/** What comes of points given or taken by hand; null when there are too few to take. */
export function plainAdjust(
  member: PlainMember,
  { give, points }: PlainAdjustment,
  today: string,
  program: Program,
): PlainLine[] | null {
  if (!give) return plainBurn(member, points, today, 'PointsTaken')
  const lots = plainLastDay(today, program)
  const delta = plainCredit(member, lots, points)
  return [{ type: 'PointsGranted', on: today, delta, lots }]
}

/** The manager goes as far as 50 points by herself, admins as far as they like, and nobody to himself. */
export const plainAdjustsAlone = (who: string | null, points: number): boolean =>
  ADMINS.some((admin) => admin === who) || (who === MANAGER && points <= 50)
