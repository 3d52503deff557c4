import type { Fen, Points, Program, ReferralRule } from '../../contract'
import { FULL_BP, points } from '../amounts'

/** What each side gets. */
export interface ReferralWorth {
  referrer: Points
  referee: Points
}

type Trigger = ReferralRule['trigger']

/**
 * What a programme gives when a friend joins or pays: every rule of that trigger whose amount is
 * reached. 10 % of a first order of 200 yuan are 20 points. REF-01, REF-02, EARN-11, EARN-24.
 */
export function referralWorth(trigger: Trigger, amount: Fen, { referral }: Program): ReferralWorth {
  const rules = (referral?.rules ?? []).filter((rule) => rule.trigger === trigger && rule.atLeast <= amount)
  const sum = (side: keyof ReferralWorth) =>
    points(rules.filter((rule) => isFor(rule, side)).reduce((all, rule) => all + pays(rule, amount), 0))
  return { referrer: sum('referrer'), referee: sum('referee') }
}

const isFor = ({ beneficiary }: ReferralRule, side: keyof ReferralWorth): boolean =>
  beneficiary === 'both' || beneficiary === side

const FEN_PER_YUAN = 100

/** A share is of the yuan, rounded down. */
const pays = ({ formula }: ReferralRule, amount: Fen): number =>
  formula.kind === 'fixed' ? formula.points : Math.floor((amount * formula.bp) / (FULL_BP * FEN_PER_YUAN))
