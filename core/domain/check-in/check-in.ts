import type { BusinessDay, CheckIn, Entry, Milestone, Program } from '../../contract'
import { type Account, post } from '../account'
import { isBarred } from '../bar'
import { type Grant, grant } from '../grant'
import { accept, type Result, refuse } from '../result'
import { milestonesAt, nameOf } from './milestones'
import { dayOfRound, isCheckedIn, streakBefore } from './streak'

/** What else about him a check-in depends on. */
export interface Visitor {
  joinedOn: BusinessDay
  /** He has scanned the code of a table today. */
  isSeated: boolean
}

/** Once a business day: the points of the day, and what the day's milestones give. ENG-01, ENG-03, I11. */
export function checkIn(
  account: Account,
  { joinedOn, isSeated }: Visitor,
  on: BusinessDay,
  program: Program,
): Result<
  { streak: number; entries: Entry[] },
  'CHECK_IN_OFF' | 'BARRED' | 'ALREADY_CHECKED_IN' | 'NOT_AT_TABLE'
> {
  const rules = program.checkIn
  if (rules === null) return refuse('CHECK_IN_OFF')
  if (isBarred(account)) return refuse('BARRED')
  if (isCheckedIn(account, on)) return refuse('ALREADY_CHECKED_IN')
  if (rules.where === 'restaurant' && !isSeated) return refuse('NOT_AT_TABLE')

  const streak = streakBefore(account, on) + 1
  const reached = milestonesAt(account, joinedOn, { streak, on }, rules)
  const entries: Entry[] = [
    {
      type: 'CheckedIn',
      on,
      streak,
      day: dayOfRound(streak, rules),
      once: reached.filter(({ once }) => once).map(nameOf),
      program: program.version,
    },
  ]
  let running = entries.reduce(post, account)
  for (const given of [daily(streak, rules), ...reached.map(forMilestone)]) {
    const granted = grant(running, given, on, program)
    running = granted.reduce(post, running)
    entries.push(...granted)
  }
  return accept({ streak, entries })
}

const daily = (streak: number, rules: CheckIn): Grant => ({
  source: 'checkIn',
  about: `第 ${streak} 天签到`,
  points: rules.daily,
})

const forMilestone = ({ day, points, audience }: Milestone): Grant =>
  audience === 'new'
    ? { source: 'newMemberTask', about: `新会员连续签到 ${day} 天`, points }
    : { source: 'checkIn', about: `连续签到 ${day} 天`, points }
