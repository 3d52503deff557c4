import { FULL_BP } from '../amounts'
import { isExchange } from '../price'
import type { Lint, Remark } from './remark'

const MONTHS = 12
const WAYS = 3
const REGISTRATION = { least: 50, most: 100 }
/** A reward is worth at least so many fen a point: 1 000 points for a cola of 3 yuan are 0.3. RED-27. */
const FEN_PER_POINT = 3
/** The next reward costs at most so many times the one before. C-15. */
const RUNG = 3
const MOST_BP = 4 * FULL_BP
const CODE_DAYS = 7
const NOTICE_DAYS = 30

/** Trap 1: points only from 200 yuan on, and guests give up. EARN-30. */
export const earnsFromTheFirstYuan: Lint = ({ earn }) => {
  const [first] = earn.thresholds
  return earn.pointsPerYuan === 0 && first !== undefined
    ? [{ rule: 'EARNS_ONLY_FROM_AN_AMOUNT', at: 'earn.pointsPerYuan', found: first.amount }]
    : []
}

/** Trap 2: a thousand points for a cola is an insult. RED-27. */
export const rewardsAreWorthIt: Lint = ({ rewards }) =>
  rewards.flatMap(({ points, worth }, i): Remark[] =>
    worth < points * FEN_PER_POINT
      ? [{ rule: 'REWARD_POOR', at: `rewards.${i}`, expected: points * FEN_PER_POINT, found: worth }]
      : [],
  )

/** The ladder of rewards has no rung that is too far from the one below. C-15. */
export const ladderHasNoHole: Lint = ({ rewards }) => {
  const rungs = [...new Set(rewards.map(({ points }) => points))].sort((a, b) => a - b)
  return rungs.flatMap((points, i): Remark[] => {
    const below = rungs[i - 1] ?? points
    return points > below * RUNG
      ? [{ rule: 'LADDER_HAS_A_HOLE', at: 'rewards', expected: below, found: points }]
      : []
  })
}

/** Who has just joined can have something at once. C-01. */
export const firstRewardIsNear: Lint = ({ rewards, earn }) => {
  const cheapest = Math.min(...rewards.map(({ points }) => points))
  return rewards.length > 0 && cheapest > earn.registration
    ? [{ rule: 'FIRST_REWARD_FAR', at: 'earn.registration', expected: cheapest, found: earn.registration }]
    : []
}

/** 50 to 100 points for joining. EARN-03. */
export const registrationIsUsual: Lint = ({ earn: { registration } }) => {
  const { least, most } = REGISTRATION
  if (registration >= least && registration <= most) return []
  const expected = registration < least ? least : most
  return [{ rule: 'REGISTRATION_UNUSUAL', at: 'earn.registration', expected, found: registration }]
}

/** Trap 4: points that lapse after three months press, not bind. EXP-10. */
export const pointsLiveLong: Lint = ({ expiry: { months } }) =>
  months !== null && months < MONTHS
    ? [{ rule: 'EXPIRES_SOON', at: 'expiry.months', expected: MONTHS, found: months }]
    : []

/** Points that never lapse are a debt of the house that only grows. EXP-12. */
export const pointsEndSomeDay: Lint = ({ expiry: { months } }) =>
  months === null ? [{ rule: 'NEVER_EXPIRES', at: 'expiry.months' }] : []

/** At most three ways to earn, or nobody can tell them. EARN-32, C-08. */
export const waysAreFew: Lint = ({ earn, checkIn, anniversary }) => {
  const ways = [
    earn.pointsPerYuan > 0,
    earn.birthday !== null,
    earn.nthOfMonth !== null,
    earn.newMember !== null,
    earn.firstOrder !== null,
    earn.thresholds.length > 0,
    earn.jubilees.length > 0,
    earn.campaigns.some((campaign) => !isExchange(campaign)),
    anniversary !== null,
    checkIn !== null,
  ].filter(Boolean).length
  return ways > WAYS ? [{ rule: 'TOO_MANY_WAYS', at: 'earn', expected: WAYS, found: ways }] : []
}

/** Everything that may come together on one bill. C-29. */
export const multipliersAreBounded: Lint = ({ earn, tiers }) => {
  const { stacking, birthday, nthOfMonth, newMember, firstOrder, campaigns } = earn
  const effects = campaigns.flatMap(({ effect }) => (effect.kind === 'multiplier' ? [effect.bp] : []))
  const first = firstOrder?.mode === 'multiplier' ? firstOrder.bp : FULL_BP
  const rules = [birthday, nthOfMonth, newMember].flatMap((rule) => rule?.bp ?? [])
  const all = [Math.max(...tiers.map(({ multiplierBp }) => multiplierBp)), first, ...rules, ...effects]
  const most = {
    multiply: all.reduce((product, bp) => (product * bp) / FULL_BP, FULL_BP),
    add: all.reduce((sum, bp) => sum + bp - FULL_BP, FULL_BP),
    max: Math.max(...all),
  }[stacking.combine]
  const found = Math.floor(Math.min(most, stacking.mostBp ?? most))
  return found > MOST_BP ? [{ rule: 'MULTIPLIERS_HIGH', at: 'earn.stacking', expected: MOST_BP, found }] : []
}

/** Points that lapse without a word are cleared unfairly: who lets them lapse reminds of it. Platform-and-law §6, EXP-03. */
export const isReminded: Lint = ({ expiry: { months }, reminders }) =>
  months !== null && (reminders === null || reminders.expiryDays.length === 0)
    ? [{ rule: 'NOT_REMINDED', at: 'reminders.expiryDays', expected: NOTICE_DAYS }]
    : []

/** A guest who claims on Sunday comes back next Sunday. RED-28. */
export const codesLiveLong: Lint = ({ redemptionDays, rewards }) =>
  rewards.length > 0 && redemptionDays < CODE_DAYS
    ? [{ rule: 'CODE_SHORT_LIVED', at: 'redemptionDays', expected: CODE_DAYS, found: redemptionDays }]
    : []
