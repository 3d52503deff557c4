import type { Program } from '../../contract'
import { addDays } from '../calendar'
import type { Lint } from './remark'

/** Who collects for a reward must have time to claim it. Platform-and-law §6, C-43. */
const NOTICE_DAYS = 30

/**
 * What is worse for guests than the programme before is announced 30 days ahead: fewer points, a
 * shorter life, a dearer or missing reward, a higher tier. What is better may begin tomorrow.
 */
export const notice: Lint = (program, { before, today }) => {
  const earliest = addDays(today, NOTICE_DAYS)
  if (before === null || program.validFrom >= earliest) return []
  return WORSE.filter(({ is }) => is(before, program)).map(({ at }) => ({
    rule: 'NOTICE_TOO_SHORT',
    at,
    expected: earliest,
    found: program.validFrom,
  }))
}

interface Worsening {
  at: string
  is(before: Program, after: Program): boolean
}

const bpOf = (rule: { bp: number } | null) => rule?.bp ?? 0

const WORSE: readonly Worsening[] = [
  { at: 'earn.pointsPerYuan', is: (a, b) => b.earn.pointsPerYuan < a.earn.pointsPerYuan },
  { at: 'earn.birthday', is: (a, b) => bpOf(b.earn.birthday) < bpOf(a.earn.birthday) },
  { at: 'earn.nthOfMonth', is: (a, b) => bpOf(b.earn.nthOfMonth) < bpOf(a.earn.nthOfMonth) },
  { at: 'lotMonths', is: (a, b) => b.lotMonths < a.lotMonths },
  { at: 'redemptionDays', is: (a, b) => b.redemptionDays < a.redemptionDays },
  {
    at: 'tiers',
    is: (a, b) =>
      a.tiers.some((tier) => {
        const now = b.tiers.find(({ id }) => id === tier.id)
        return (
          now === undefined ||
          now.multiplierBp < tier.multiplierBp ||
          now.qualifyingSpend > tier.qualifyingSpend
        )
      }),
  },
  {
    at: 'rewards',
    is: (a, b) =>
      a.rewards.some((reward) => {
        const now = b.rewards.find(({ id }) => id === reward.id)
        return now === undefined || now.points > reward.points
      }),
  },
]
