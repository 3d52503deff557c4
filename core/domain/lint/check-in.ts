import type { CheckIn, Milestone } from '../../contract'
import type { Lint, Remark } from './remark'

/** A milestone after the last day of a round, or after a newcomer is one no more, is a promise to nobody. C-03. */
export const milestonesAreReachable: Lint = ({ checkIn }) =>
  (checkIn?.milestones ?? []).flatMap(({ day, audience }, i): Remark[] => {
    const last = lastDayFor(audience, checkIn as CheckIn)
    return day > last
      ? [{ rule: 'MILESTONE_UNREACHABLE', at: `checkIn.milestones.${i}`, expected: last, found: day }]
      : []
  })

/** Who joins and checks in on every day from then on reaches so many. */
const lastDayFor = (audience: Milestone['audience'], { round, newDays }: CheckIn): number =>
  audience === 'new' ? Math.min(round, newDays) : round

const MONTH_DAYS = 30
/** Two meals of 100 yuan. */
const MEALS_YUAN = 200

/** A month of check-ins gives at most what two meals earn: points are for dining. COST-06, ENG-03. */
export const checkInIsSmall: Lint = ({ checkIn, earn }) => {
  const found = checkIn === null ? 0 : monthOf(checkIn)
  const expected = earn.pointsPerYuan * MEALS_YUAN
  return found > expected ? [{ rule: 'CHECK_IN_GENEROUS', at: 'checkIn.daily', expected, found }] : []
}

/** What everybody gets in 30 days; what comes once in a membership is not counted. */
function monthOf({ daily, round, milestones }: CheckIn): number {
  const perRound = milestones
    .filter(({ audience, once }) => audience === 'all' && !once)
    .reduce((sum, { points }) => sum + points, 0)
  return daily * MONTH_DAYS + perRound * Math.floor(MONTH_DAYS / round)
}

/** Fewer points, longer rounds, a shorter time for newcomers, or only at the restaurant. C-43. */
export function checkInWorse(was: CheckIn | null, now: CheckIn | null): boolean {
  if (was === null) return false
  return (
    now === null ||
    now.daily < was.daily ||
    now.round > was.round ||
    now.newDays < was.newDays ||
    (was.where === 'anywhere' && now.where === 'restaurant') ||
    was.milestones.some((milestone) => now.milestones.every((other) => isLess(other, milestone)))
  )
}

/** Later, fewer, for fewer people, or not so often. */
const isLess = (now: Milestone, was: Milestone): boolean =>
  now.day > was.day ||
  now.points < was.points ||
  (was.audience === 'all' && now.audience === 'new') ||
  (!was.once && now.once)
