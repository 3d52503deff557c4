import type { Program, Remark } from '../../contract'
import { budget } from './budget'
import {
  giftsAreNotDropped,
  giftsFitUnderTheirCap,
  managersAreBounded,
  spendCapIsNotLow,
  spendIsNotDropped,
} from './caps'
import { checkInIsSmall, milestonesAreReachable } from './check-in'
import { dayIsAffordable } from './day'
import { exchanges } from './exchange'
import { notice } from './notice'
import {
  anniversariesAreAhead,
  birthdayDiscountIsAffordable,
  birthdayDiscountStands,
  jubileesOnce,
} from './occasions'
import { questionnaireIsCheap, questionnaireIsItself } from './questionnaire'
import {
  referralsAreAffordable,
  referralsAreCapped,
  referralsAreSafe,
  referralsAskForAnOrder,
  referralsCanPay,
} from './referral'
import type { Lint, Surroundings } from './remark'
import { cardCanBeFull, cardGivesSomething, cardIsAffordable, cardRewardLasts } from './stamp-card'
import { campaigns, exemptTiers, idsOnce, rewardBranches, rewardsCanBeClaimed } from './structure'
import { discountIsAffordable, keepIsFair, tierLadder, tierSales, tiersCanBeReached } from './tiers'
import {
  codesLiveLong,
  earnsFromTheFirstYuan,
  firstRewardIsNear,
  isReminded,
  ladderHasNoHole,
  multipliersAreBounded,
  pointsEndSomeDay,
  pointsLiveLong,
  registrationIsUsual,
  rewardsAreWorthIt,
  waysAreFew,
} from './traps'
import { words } from './words'

/** What is wrong by the law, by the platform's rules or by its own logic: it cannot be published. */
const ERRORS: readonly Lint[] = [
  tierLadder,
  tiersCanBeReached,
  tierSales,
  idsOnce,
  exemptTiers,
  campaigns,
  exchanges,
  milestonesAreReachable,
  jubileesOnce,
  anniversariesAreAhead,
  questionnaireIsItself,
  birthdayDiscountStands,
  rewardBranches,
  cardCanBeFull,
  cardGivesSomething,
  rewardsCanBeClaimed,
  words,
  notice,
]

/** What the owners' guides call a trap: it can be published, and the manager is told. */
const WARNINGS: readonly Lint[] = [
  earnsFromTheFirstYuan,
  rewardsAreWorthIt,
  ladderHasNoHole,
  firstRewardIsNear,
  registrationIsUsual,
  pointsLiveLong,
  pointsEndSomeDay,
  waysAreFew,
  multipliersAreBounded,
  budget,
  dayIsAffordable,
  checkInIsSmall,
  questionnaireIsCheap,
  codesLiveLong,
  isReminded,
  keepIsFair,
  discountIsAffordable,
  birthdayDiscountIsAffordable,
  referralsCanPay,
  referralsAreCapped,
  referralsAreSafe,
  referralsAskForAnOrder,
  referralsAreAffordable,
  spendIsNotDropped,
  spendCapIsNotLow,
  giftsFitUnderTheirCap,
  giftsAreNotDropped,
  managersAreBounded,
  cardIsAffordable,
  cardRewardLasts,
]

/** Read a programme as a compiler reads a program: what may not be published first, then what to think about. */
export function lint(program: Program, around: Surroundings): Remark[] {
  const graded = (grade: Remark['grade'], rules: readonly Lint[]) =>
    rules.flatMap((rule) => rule(program, around)).map((remark) => ({ ...remark, grade }))
  return [...graded('error', ERRORS), ...graded('warning', WARNINGS)]
}
