import type { BusinessDay, CheckIn, Points } from '../../contract'
import type { Account } from '../account'
import { points } from '../amounts'
import { addDays } from '../calendar'
import { milestonesAt } from './milestones'
import { dayOfRound, isCheckedIn, streakBefore } from './streak'

/** The round he is in, day by day, and what is to come if he goes on. */
export interface Round {
  isDone: boolean
  /** Days in a row up to today, or up to yesterday while today is open. */
  streak: number
  days: { day: number; isDone: boolean; isToday: boolean; points: Points }[]
  /** The next milestone, and how many more check-ins reach it. */
  next: { day: number; points: Points; more: number } | null
}

/** What the page of check-ins shows; what it says a day gives is what a check-in on that day would give. ENG-01. */
export function roundOf(account: Account, joinedOn: BusinessDay, today: BusinessDay, rules: CheckIn): Round {
  const isDone = isCheckedIn(account, today)
  const streak = isDone ? (account.checkIn?.streak ?? 0) : streakBefore(account, today)
  const current = isDone ? streak : streak + 1
  const first = current - dayOfRound(current, rules) + 1
  const extra = (at: number) => {
    const visit = { streak: at, on: addDays(today, at - current) }
    return milestonesAt(account, joinedOn, visit, rules).reduce((sum, { points: more }) => sum + more, 0)
  }
  const days = Array.from({ length: rules.round }, (_, i) => ({
    day: i + 1,
    isDone: first + i <= streak,
    isToday: first + i === current,
    points: points(rules.daily + extra(first + i)),
  }))
  const ahead = Array.from({ length: rules.round }, (_, i) => streak + 1 + i).find((at) => extra(at) > 0)
  const next =
    ahead === undefined
      ? null
      : { day: dayOfRound(ahead, rules), points: points(extra(ahead)), more: ahead - streak }
  return { isDone, streak, days, next }
}
