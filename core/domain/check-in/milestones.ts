import type { BusinessDay, CheckIn, Milestone } from '../../contract'
import type { Account } from '../account'
import { addDays } from '../calendar'
import { dayOfRound } from './streak'

/** What a milestone that comes once is remembered by: other points do not make it another one. */
export const nameOf = ({ audience, day }: Milestone): string => `${audience}.${day}`

/** The last day on which he is new: joined on the 1st, new for 7 days, until the 7th. */
export const newUntil = (joinedOn: BusinessDay, { newDays }: CheckIn): BusinessDay =>
  addDays(joinedOn, newDays - 1)

/** The milestones (里程碑) that the check-in of a day reaches, if it is the `streak`th in a row. C-03. */
export const milestonesAt = (
  { checkIn: had }: Account,
  joinedOn: BusinessDay,
  { streak, on }: { streak: number; on: BusinessDay },
  rules: CheckIn,
): Milestone[] =>
  rules.milestones.filter(
    (milestone) =>
      milestone.day === dayOfRound(streak, rules) &&
      (milestone.audience === 'all' || on <= newUntil(joinedOn, rules)) &&
      !(milestone.once && had?.had.includes(nameOf(milestone))),
  )
