import type { AdjustmentReason, BusinessDay, Entry, Points, Program, StaffRole } from '../contract'
import type { Account } from './account'
import { drawSoonest } from './burn'
import { grant } from './grant'
import { accept, type Result } from './result'

export interface Adjustment {
  direction: 'give' | 'take'
  points: Points
  reason: AdjustmentReason
  /** In the manager's own words. */
  note: string
}

/** As the member reads it. */
const WORDS: Record<AdjustmentReason, string> = {
  MISSED_BILL: '补记消费',
  MISTAKE: '录错更正',
  APOLOGY: '服务补偿',
  GIFT: '门店赠送',
  ABUSE: '违规扣回',
  OTHER: '其他原因',
}

/**
 * A person gives points or takes them (调整), with a reason that the member reads. What is taken must be
 * there: of 80 points nobody takes 100, and nothing becomes a debt by hand. SEC-02.
 */
export function adjust(
  account: Account,
  { direction, points, reason, note }: Adjustment,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'INSUFFICIENT_POINTS'> {
  const about = `${WORDS[reason]}：${note}`
  if (direction === 'give')
    return accept(grant(account, { source: 'adjustment', about, points }, on, program))
  const drawn = drawSoonest(account, points)
  return drawn.ok ? accept([{ type: 'PointsTaken', on, about, drawn: drawn.value }]) : drawn
}

/** Up to his limit he does it alone; null is no limit, and who may not adjust has 0. SEC-03. */
export function adjustsAlone(role: StaffRole, points: Points, { limits }: Program): boolean {
  const limit = adjustmentLimit(role, limits)
  return limit === null || points <= limit
}

const adjustmentLimit = (role: StaffRole, limits: Program['limits']): Points | null => limits[role].adjustment
