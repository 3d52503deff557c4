import type { Program, Referral } from '../../contract'
import { fen } from '../amounts'
import { referralWorth } from '../referral/worth'
import { costPerPoint } from './budget'
import type { Lint, Remark } from './remark'

/** A refund comes within a week, if it comes. REF-07. */
const SAFE_DAYS = 7
/** What a new guest may cost, in fen: both sides, a first order of 100 yuan. */
const NEW_GUEST = 2_000
const FIRST_ORDER = fen(10_000)

const rulesOf = ({ referral }: Program): Referral['rules'] => referral?.rules ?? []

/** Loading is told by nobody yet, and joining has no amount to take a share of, or to reach. C-20. */
export const referralsCanPay: Lint = (program) =>
  rulesOf(program).flatMap(({ trigger, formula, atLeast }, i): Remark[] => {
    const never = trigger === 'load' || (trigger === 'register' && (formula.kind === 'share' || atLeast > 0))
    return never ? [{ rule: 'REFERRAL_NEVER_PAYS', at: `referral.rules.${i}`, found: trigger }] : []
  })

/** Five a month; without a cap somebody makes a business of it. RISK-09. */
export const referralsAreCapped: Lint = ({ referral }) =>
  referral !== null && referral.perMonth === null
    ? [{ rule: 'REFERRAL_UNCAPPED', at: 'referral.perMonth', expected: 5 }]
    : []

/** Points for an order that may still be refunded can be spent before it is. REF-07. */
export const referralsAreSafe: Lint = (program) => {
  const isPaid = rulesOf(program).some(({ trigger }) => trigger === 'firstPaidOrder')
  const found = program.referral?.pendingDays ?? SAFE_DAYS
  return isPaid && found < SAFE_DAYS
    ? [{ rule: 'REFERRAL_TOO_EARLY', at: 'referral.pendingDays', expected: SAFE_DAYS, found }]
    : []
}

/** Who has only joined has bought nothing: the platform wants more than a tap, and so does the owner. C-47. */
export const referralsAskForAnOrder: Lint = (program) =>
  rulesOf(program).flatMap(({ trigger }, i): Remark[] =>
    trigger === 'register' ? [{ rule: 'REFERRAL_FOR_A_TAP', at: `referral.rules.${i}` }] : [],
  )

/** 100 points for each of two, at 15 fen a point and 35 % goods cost, are 10.50 yuan. COST-06. */
export const referralsAreAffordable: Lint = (program) => {
  const sums = (['register', 'firstPaidOrder'] as const).map((trigger) => {
    const { referrer, referee } = referralWorth(trigger, FIRST_ORDER, program)
    return referrer + referee
  })
  const found = Math.floor(sums.reduce((a, b) => a + b, 0) * costPerPoint(program))
  return found > NEW_GUEST ? [{ rule: 'REFERRAL_DEAR', at: 'referral', expected: NEW_GUEST, found }] : []
}

/** It ends, gives less to either, less often, or later. C-43. */
export function referralWorse(before: Program, after: Program): boolean {
  const [was, now] = [before.referral, after.referral]
  if (was === null) return false
  if (now === null) return true
  const most = (one: Referral) => one.perMonth ?? Number.POSITIVE_INFINITY
  const stays = (rule: Referral['rules'][number]) =>
    now.rules.some(
      (other) =>
        other.trigger === rule.trigger &&
        (other.beneficiary === 'both' || other.beneficiary === rule.beneficiary) &&
        other.atLeast <= rule.atLeast &&
        other.formula.kind === rule.formula.kind &&
        worthOf(other) >= worthOf(rule),
    )
  return most(now) < most(was) || now.pendingDays > was.pendingDays || !was.rules.every(stays)
}

const worthOf = ({ formula }: Referral['rules'][number]): number =>
  formula.kind === 'fixed' ? formula.points : formula.bp
