import type { Program } from '../../contract'
import { budget } from './budget'
import { notice } from './notice'
import { isError, type Lint, type Remark, type Surroundings } from './remark'
import { campaigns, idsOnce, rewardBranches, tierLadder } from './structure'
import {
  codesLiveLong,
  earnsFromTheFirstYuan,
  firstRewardIsNear,
  ladderHasNoHole,
  multipliersAreBounded,
  pointsLiveLong,
  registrationIsUsual,
  rewardsAreWorthIt,
  waysAreFew,
} from './traps'
import { words } from './words'

const LINTS: readonly Lint[] = [
  tierLadder,
  idsOnce,
  campaigns,
  rewardBranches,
  words,
  notice,
  earnsFromTheFirstYuan,
  rewardsAreWorthIt,
  ladderHasNoHole,
  firstRewardIsNear,
  registrationIsUsual,
  pointsLiveLong,
  waysAreFew,
  multipliersAreBounded,
  budget,
  codesLiveLong,
]

/** Read a programme as a compiler reads a program: what may not be published first, then what to think about. */
export function lint(program: Program, around: Surroundings): Remark[] {
  const remarks = LINTS.flatMap((rule) => rule(program, around))
  return [...remarks.filter(isError), ...remarks.filter((remark) => !isError(remark))]
}
