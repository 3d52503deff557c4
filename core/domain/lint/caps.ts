import type { CapGroup, Program } from '../../contract'
import { fen } from '../amounts'
import { referralWorth } from '../referral/worth'
import type { Lint, Remark } from './remark'

/** A banquet that earns nothing beyond a line makes an enemy of the best guest: it should be looked at. C-10. */
export const spendIsNotDropped: Lint = ({ caps: { spend } }) =>
  spend?.over === 'drop' ? [{ rule: 'CAP_DROPS_SPEND', at: 'caps.spend', found: spend.points }] : []

/** On one day one can earn what joining or a jubilee gives and the first reward costs: less feels like a mistake. C-10. */
export const spendCapIsNotLow: Lint = ({ caps: { spend }, earn, rewards }) => {
  if (spend === null) return []
  const cheapest = rewards.length === 0 ? 0 : Math.min(...rewards.map(({ points }) => points))
  const expected = Math.max(earn.registration, cheapest, ...earn.jubilees.map(({ points }) => points))
  return spend.points < expected ? [{ rule: 'CAP_LOW', at: 'caps.spend', expected, found: spend.points }] : []
}

/** What one day of check-ins, a questionnaire, one friend, one tier or one anniversary gives at most. */
const GIFTS: Record<Exclude<CapGroup, 'spend'>, (program: Program) => number> = {
  engage: ({ checkIn, questionnaire }) => {
    const milestones = checkIn?.milestones ?? []
    const days = milestones.map(({ day: on }) =>
      milestones.reduce((sum, { day, points }) => (day === on ? sum + points : sum), 0),
    )
    return Math.max((checkIn?.daily ?? 0) + Math.max(0, ...days), questionnaire?.points ?? 0)
  },
  referral: (program) => referralWorth('firstPaidOrder', FIRST_ORDER, program).referrer,
  grant: ({ tiers, anniversary }) =>
    Math.max(anniversary?.points ?? 0, ...tiers.map(({ gift }) => gift?.points ?? 0)),
}
/** A first order of 100 yuan, of which a referral may give a share. */
const FIRST_ORDER = fen(10_000)
const GROUPS = ['engage', 'referral', 'grant'] as const

/** One thing that is promised comes on its day: a cap below it breaks the promise to everybody. C-10. */
export const giftsFitUnderTheirCap: Lint = (program) =>
  GROUPS.flatMap((group): Remark[] => {
    const cap = program.caps[group]
    const expected = GIFTS[group](program)
    return cap !== null && cap.points < expected
      ? [{ rule: 'CAP_BELOW_GIFT', at: `caps.${group}`, expected, found: cap.points }]
      : []
  })

/** What a friend or a tier gives was promised once: what is beyond a cap should come later, or be looked at. C-10, REF-07. */
export const giftsAreNotDropped: Lint = ({ caps }) =>
  (['referral', 'grant'] as const).flatMap((group): Remark[] => {
    const cap = caps[group]
    return cap?.over === 'drop' ? [{ rule: 'CAP_DROPS_GIFT', at: `caps.${group}`, found: cap.points }] : []
  })

/** Who may give any number of points alone is watched by nobody. SEC-03. */
export const managersAreBounded: Lint = ({ limits: { manager } }) =>
  manager.adjustment === null ? [{ rule: 'ADJUSTS_WITHOUT_LIMIT', at: 'limits.manager.adjustment' }] : []
