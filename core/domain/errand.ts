import type { BusinessDay, Entry, MemberId, Program } from '../contract'
import type { Account } from './account'
import { rewardReferral, withdrawReferral } from './referral/reward'
import type { ReferralTask } from './referral/task'
import type { Result } from './result'

/** Everything that one member's command may have to do to another. `friend` is whose command it was, or who it is about. */
export type Task = ReferralTask

/**
 * What one member's command does to another (转办): decided here, done there as a command of its own.
 * However often it is tried it is done once, because it is known by its id.
 */
export interface Errand {
  /** The same whenever the same thing is decided. */
  id: string
  to: MemberId
  task: Task
  /** The errand to the same member without whose outcome this one cannot be decided; null when there is none. */
  after: string | null
}

/** What is known when a task arrives, beside the account it is about. */
export interface Arrival {
  /** The member or his friend works here. */
  isStaff: boolean
  /** What became of the errand before: `ok` or its refusal; null when there was none. */
  before: string | null
}

/** What a task does to the account it reaches. A refusal is its outcome, and just as final. */
export function doTask(
  account: Account,
  task: Task,
  arrival: Arrival,
  on: BusinessDay,
  program: Program,
): Result<Entry[], string> {
  switch (task.kind) {
    case 'rewardReferral':
      return rewardReferral(account, task, arrival, on, program)
    case 'withdrawReferral':
      return withdrawReferral(account, task, arrival, on)
  }
}
