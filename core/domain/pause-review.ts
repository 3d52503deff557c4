import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { yearOf } from './calendar'
import { putOff } from './keep-tier'
import { accept, type Result, refuse } from './result'
import { earnedTier } from './tier'

/** The review is put off by one period, once in a calendar year; what he has spent counts on. DOWN-02. */
export function pauseReview(
  account: Account,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'PAUSE_NOT_OFFERED' | 'NOTHING_TO_KEEP' | 'PAUSE_USED'> {
  if (program.keep === null || !program.keep.pauses) return refuse('PAUSE_NOT_OFFERED')
  if (account.keep === null) return refuse('NOTHING_TO_KEEP')
  if (account.pausedIn === yearOf(on)) return refuse('PAUSE_USED')
  const { id, name } = earnedTier(account, program)
  const until = putOff(account.keep.until, program.keep.period)
  return accept([{ type: 'ReviewPaused', on, tier: id, tierName: name, until, program: program.version }])
}
